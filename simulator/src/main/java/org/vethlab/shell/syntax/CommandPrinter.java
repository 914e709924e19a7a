package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.Command.Condition;

/** Writes a tree back as text in bash's layout, as {@code jobs}, {@code type} and {@code declare -f} show it. */
public final class CommandPrinter {
    private static final int STEP = 4;

    private final StringBuilder out = new StringBuilder();
    private final List<Redirection> documents = new ArrayList<>();
    private int indentation;
    private int functions;
    private boolean skipIndent;
    private boolean afterDocument;

    private CommandPrinter() {}

    /** The text of a command as a job list shows it. */
    public static String print(Command command) {
        CommandPrinter printer = new CommandPrinter();
        printer.command(command);
        printer.documents("");
        return printer.out.toString();
    }

    /** A function's definition as {@code declare -f} shows it. */
    public static String printFunction(String name, Command body) {
        CommandPrinter printer = new CommandPrinter();
        printer.out.append(name).append(" () \n");
        printer.functionBody(body);
        return printer.out.toString();
    }

    /** Redirections as they stand behind a command. */
    static String print(List<Redirection> redirections) {
        CommandPrinter printer = new CommandPrinter();
        printer.redirections(redirections);
        return printer.out.toString();
    }

    private void command(Command command) {
        if (command instanceof Command.Sequence sequence) {
            sequence(sequence.commands());
        } else if (command instanceof Command.AndOr andOr) {
            command(andOr.left());
            documents(" " + andOr.connector().text() + " ");
            skipIndent = true;
            command(andOr.right());
        } else if (command instanceof Command.Background background) {
            command(background.body());
            documents(" &");
        } else if (command instanceof Command.Redirected redirected) {
            command(redirected.body());
            out.append(' ');
            redirections(redirected.redirections());
        } else if (command instanceof Command.Pipeline pipeline) {
            pipeline(pipeline);
        } else {
            indent();
            indented(command);
        }
    }

    private void indent() {
        if (!skipIndent) {
            out.append(" ".repeat(indentation));
        }
        skipIndent = false;
    }

    private void sequence(List<Command> commands) {
        for (int i = 0; i < commands.size(); i++) {
            command(commands.get(i));
            if (i < commands.size() - 1) {
                separator(commands.get(i));
            }
        }
    }

    private void separator(Command before) {
        if (!documents.isEmpty()) {
            documents(functions > 0 ? "" : ";");
        } else if (afterDocument) {
            afterDocument = false;
        } else if (!(before instanceof Command.Background)) {
            out.append(';');
        }
        if (functions > 0 && !(before instanceof Command.Background)) {
            out.append('\n');
        } else {
            out.append(' ');
            skipIndent = true;
        }
    }

    private void pipeline(Command.Pipeline pipeline) {
        indent();
        if (pipeline.timing() != Command.Timing.NONE) {
            out.append(pipeline.timing() == Command.Timing.POSIX ? "time -p " : "time ");
        }
        if (pipeline.negated()) {
            out.append("! ");
        }
        for (int i = 0; i < pipeline.stages().size(); i++) {
            if (i > 0) {
                documents(" |");
                out.append(' ');
            }
            skipIndent = true;
            command(pipeline.stages().get(i));
        }
    }

    private void indented(Command command) {
        if (command instanceof Command.Simple simple) {
            simple(simple);
        } else if (command instanceof Command.Group group) {
            group(group);
        } else if (command instanceof Command.Subshell subshell) {
            out.append("( ");
            skipIndent = true;
            command(subshell.body());
            documents("");
            out.append(" )");
        } else if (command instanceof Command.If conditional) {
            conditional(conditional.branches(), conditional.otherwise());
        } else if (command instanceof Command.Case choice) {
            choice(choice);
        } else if (command instanceof Command.Arithmetic arithmetic) {
            out.append("((").append(arithmetic.expression().source()).append("))");
        } else if (command instanceof Command.Conditional conditional) {
            out.append("[[ ");
            condition(conditional.condition());
            out.append(" ]]");
        } else if (command instanceof Command.FunctionDefinition function) {
            out.append("function ").append(function.name()).append(" () \n");
            functionBody(function.body());
        } else {
            loop(command);
        }
    }

    private void simple(Command.Simple simple) {
        List<String> words = new ArrayList<>();
        simple.assignments().forEach(assignment -> words.add(assignment.source()));
        simple.words().forEach(word -> words.add(word.source()));
        out.append(String.join(" ", words));
        if (!simple.redirections().isEmpty()) {
            out.append(words.isEmpty() ? "" : " ");
            redirections(simple.redirections());
        }
    }

    private void loop(Command command) {
        if (command instanceof Command.While loop) {
            out.append(loop.until() ? "until " : "while ");
            skipIndent = true;
            command(loop.condition());
            documents("");
            semicolon();
            out.append(" do\n");
            body(loop.body(), "done");
        } else if (command instanceof Command.For loop) {
            head("for", loop.variable(), loop.words());
            body(loop.body(), "done");
        } else if (command instanceof Command.Select select) {
            head("select", select.variable(), select.words());
            body(select.body(), "done");
        } else if (command instanceof Command.ForArithmetic loop) {
            out.append("for ((").append(expression(loop.start())).append("; ");
            out.append(expression(loop.condition())).append("; ");
            out.append(expression(loop.step())).append("))");
            newline("do\n");
            body(loop.body(), "done");
        }
    }

    /** An expression that is not there counts as 1. */
    private static String expression(Expression expression) {
        String text = expression.source().stripLeading();
        return text.isEmpty() ? "1" : text;
    }

    private void head(String keyword, String variable, Optional<List<Word>> words) {
        out.append(keyword).append(' ').append(variable).append(" in ");
        out.append(words.map(CommandPrinter::sources).orElse("\"$@\"")).append(';');
        newline("do\n");
    }

    private static String sources(List<Word> words) {
        return String.join(" ", words.stream().map(Word::source).toList());
    }

    private void body(Command body, String end) {
        indentation += STEP;
        command(body);
        documents("");
        semicolon();
        indentation -= STEP;
        newline(end);
    }

    private void group(Command.Group group) {
        out.append("{ ");
        if (functions == 0) {
            skipIndent = true;
            command(group.body());
            documents("");
            semicolon();
            out.append(" }");
            return;
        }
        out.append('\n');
        indentation += STEP;
        command(group.body());
        documents("");
        indentation -= STEP;
        newline("}");
    }

    private void functionBody(Command body) {
        newlineless("{ \n");
        functions++;
        indentation += STEP;
        boolean redirectedGroup =
                body instanceof Command.Redirected redirected && redirected.body() instanceof Command.Group;
        Command inner = redirectedGroup ? ((Command.Redirected) body).body() : body;
        command(inner instanceof Command.Group group ? group.body() : inner);
        documents("");
        functions--;
        indentation -= STEP;
        newline("}");
        if (redirectedGroup) {
            out.append(' ');
            redirections(((Command.Redirected) body).redirections());
        }
    }

    private void newlineless(String text) {
        out.append(" ".repeat(indentation)).append(text);
    }

    /** {@code elif} is printed as bash keeps it: an {@code if} inside the {@code else}. */
    private void conditional(List<Command.Branch> branches, Optional<Command> otherwise) {
        out.append("if ");
        skipIndent = true;
        command(branches.get(0).condition());
        documents("");
        semicolon();
        out.append(" then\n");
        indentation += STEP;
        command(branches.get(0).body());
        documents("");
        indentation -= STEP;
        List<Command.Branch> rest = branches.subList(1, branches.size());
        if (!rest.isEmpty() || otherwise.isPresent()) {
            semicolon();
            newline("else\n");
            indentation += STEP;
            command(rest.isEmpty() ? otherwise.orElseThrow() : new Command.If(rest, otherwise));
            documents("");
            indentation -= STEP;
        }
        semicolon();
        newline("fi");
    }

    private void choice(Command.Case choice) {
        out.append("case ").append(choice.subject().source()).append(" in ");
        indentation += STEP;
        for (Command.Clause clause : choice.clauses()) {
            newline(String.join(
                    " | ", clause.patterns().stream().map(Word::source).toList()));
            out.append(")\n");
            indentation += STEP;
            command(clause.body());
            indentation -= STEP;
            documents("");
            newline(clause.fallthrough().text());
        }
        indentation -= STEP;
        newline("esac");
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.Not not) {
            out.append("! ");
            condition(not.inner());
        } else if (condition instanceof Condition.Parenthesized parenthesized) {
            out.append("( ");
            condition(parenthesized.inner());
            out.append(" )");
        } else if (condition instanceof Condition.And and) {
            condition(and.left());
            out.append(" && ");
            condition(and.right());
        } else if (condition instanceof Condition.Or or) {
            condition(or.left());
            out.append(" || ");
            condition(or.right());
        } else if (condition instanceof Condition.Unary unary) {
            out.append(unary.operator()).append(' ').append(unary.operand().source());
        } else if (condition instanceof Condition.Binary binary) {
            out.append(binary.left().source()).append(' ').append(binary.operator());
            out.append(' ').append(binary.right().source());
        }
    }

    private void redirections(List<Redirection> redirections) {
        List<String> texts = new ArrayList<>();
        for (Redirection redirection : redirections) {
            texts.add(RedirectionPrinter.print(redirection));
            if (redirection.kind().isHereDocument()) {
                documents.add(redirection);
            }
        }
        out.append(String.join(" ", texts));
    }

    /** Bodies of here-documents stand behind the connector that follows their command. */
    private void documents(String connector) {
        boolean printed = !connector.equals(";");
        if (printed) {
            out.append(connector);
        }
        if (documents.isEmpty()) {
            return;
        }
        out.append('\n');
        for (Redirection redirection : documents) {
            String delimiter =
                    redirection.target().constant().orElse(redirection.target().source());
            out.append(redirection.document().body().source()).append(delimiter).append('\n');
        }
        out.append(printed && !connector.isEmpty() ? " " : "");
        documents.clear();
        afterDocument = true;
    }

    private void semicolon() {
        boolean ended =
                out.length() > 0 && (out.charAt(out.length() - 1) == '&' || out.charAt(out.length() - 1) == '\n');
        if (!ended) {
            out.append(';');
        }
    }

    private void newline(String text) {
        out.append('\n').append(" ".repeat(indentation)).append(text);
    }
}
