package org.vethlab.shell.syntax;

import java.util.List;
import java.util.Optional;

/** What a parsed script consists of: every kind of command in bash's grammar. */
public sealed interface Command {
    /** Words, assignments before them, redirections among them. At least one of the three is not empty. */
    record Simple(int line, List<Assignment> assignments, List<Word> words, List<Redirection> redirections)
            implements Command {}

    /** Stages joined by {@code |}; a single stage if it is only negated or timed. */
    record Pipeline(List<Command> stages, boolean negated, Timing timing) implements Command {}

    /** {@code left && right} or {@code left || right}. */
    record AndOr(Command left, Connector connector, Command right) implements Command {}

    /** Commands one after the other. */
    record Sequence(List<Command> commands) implements Command {}

    /** {@code body &}. */
    record Background(Command body) implements Command {}

    /** <code>{ body; }</code>. */
    record Group(Command body) implements Command {}

    /** {@code ( body )}. */
    record Subshell(int line, Command body) implements Command {}

    record If(List<Branch> branches, Optional<Command> otherwise) implements Command {}

    record While(boolean until, Command condition, Command body) implements Command {}

    /** {@code for variable in words}; without words it runs over the positional parameters. */
    record For(int line, String variable, Optional<List<Word>> words, Command body) implements Command {}

    record ForArithmetic(int line, Expression start, Expression condition, Expression step, Command body)
            implements Command {}

    record Select(int line, String variable, Optional<List<Word>> words, Command body) implements Command {}

    record Case(int line, Word subject, List<Clause> clauses) implements Command {}

    /** {@code (( expression ))}. */
    record Arithmetic(int line, Expression expression) implements Command {}

    /** {@code [[ condition ]]}. */
    record Conditional(int line, Condition condition) implements Command {}

    record FunctionDefinition(int line, String name, Command body) implements Command {}

    /** A compound command with redirections. */
    record Redirected(Command body, List<Redirection> redirections) implements Command {}

    /** {@code if} or {@code elif}, its condition and what it guards. */
    record Branch(Command condition, Command body) {}

    record Clause(List<Word> patterns, Command body, Fallthrough fallthrough) {}

    /** How a clause of {@code case} ends. */
    enum Fallthrough {
        BREAK(";;"),
        NEXT_BODY(";&"),
        NEXT_MATCH(";;&");

        private final String text;

        Fallthrough(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    enum Connector {
        AND("&&"),
        OR("||");

        private final String text;

        Connector(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** The reserved word {@code time} before a pipeline. */
    enum Timing {
        NONE,
        BASH,
        POSIX
    }

    /** The inside of {@code [[ ]]}. */
    sealed interface Condition {
        record Unary(String operator, Word operand) implements Condition {}

        record Binary(Word left, String operator, Word right) implements Condition {}

        record Not(Condition inner) implements Condition {}

        record And(Condition left, Condition right) implements Condition {}

        record Or(Condition left, Condition right) implements Condition {}

        record Parenthesized(Condition inner) implements Condition {}
    }
}
