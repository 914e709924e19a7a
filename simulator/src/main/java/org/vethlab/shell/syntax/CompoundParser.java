package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.shell.syntax.Command.Branch;
import org.vethlab.shell.syntax.Command.Clause;
import org.vethlab.shell.syntax.Command.Fallthrough;

/** Parses what starts with a reserved word or a parenthesis. */
final class CompoundParser {
    private static final Set<String> BASH_ONLY = Set.of("[[", "function", "select");

    private final Parser parser;
    private final Lexer lexer;
    private final ConditionParser conditions;

    CompoundParser(Parser parser, Lexer lexer) {
        this.parser = parser;
        this.lexer = lexer;
        this.conditions = new ConditionParser(lexer);
    }

    /** @param token the next one, not yet taken; empty if no compound command starts with it */
    Optional<Command> parse(Token token) {
        if (token.is(TokenType.OPEN)) {
            lexer.next();
            return Optional.of(parenthesis(token.line()));
        }
        if (!token.is(TokenType.WORD)) {
            return Optional.empty();
        }
        if (BASH_ONLY.contains(token.text()) && !parser.options().knowsBash()) {
            return Optional.empty();
        }
        return switch (token.text()) {
            case "{" -> Optional.of(group());
            case "if" -> Optional.of(conditional());
            case "while" -> Optional.of(loop(false));
            case "until" -> Optional.of(loop(true));
            case "for" -> Optional.of(forLoop());
            case "select" -> Optional.of(select());
            case "case" -> Optional.of(choice());
            case "function" -> Optional.of(function());
            case "[[" -> Optional.of(condition());
            case "then", "fi", "elif", "else", "do", "done", "esac", "}" -> throw parser.unexpected(lexer.next());
            default -> Optional.empty();
        };
    }

    /** {@code ((} is arithmetic if it ends with {@code ))}, else two subshells. */
    private Command parenthesis(int line) {
        if (lexer.isRightBefore('(') && parser.options().knowsBash()) {
            Optional<Expression> expression = lexer.parts().arithmetic();
            if (expression.isPresent()) {
                return new Command.Arithmetic(line, expression.get());
            }
        }
        Command body = parser.compoundList();
        expect(TokenType.CLOSE);
        return new Command.Subshell(line, body);
    }

    private Command group() {
        lexer.next();
        Command body = parser.compoundList();
        expect("}");
        return new Command.Group(body);
    }

    private Command conditional() {
        List<Branch> branches = new ArrayList<>();
        do {
            lexer.next();
            Command condition = parser.compoundList();
            expect("then");
            branches.add(new Branch(condition, parser.compoundList()));
        } while (lexer.peek().is("elif"));
        Optional<Command> otherwise = Optional.empty();
        if (lexer.peek().is("else")) {
            lexer.next();
            otherwise = Optional.of(parser.compoundList());
        }
        expect("fi");
        return new Command.If(List.copyOf(branches), otherwise);
    }

    private Command loop(boolean until) {
        lexer.next();
        Command condition = parser.compoundList();
        return new Command.While(until, condition, body());
    }

    /** {@code do … done}, or the undocumented <code>{ … }</code>. */
    private Command body() {
        if (lexer.peek().is("{")) {
            lexer.next();
            Command body = parser.compoundList();
            expect("}");
            return body;
        }
        expect("do");
        Command body = parser.compoundList();
        expect("done");
        return body;
    }

    private Command forLoop() {
        int line = lexer.next().line();
        if (!parser.options().knowsBash() && !isName(lexer.peek())) {
            throw DashSyntax.badLoopVariable(line);
        }
        if (lexer.peek().is(TokenType.OPEN)) {
            return forArithmetic(line);
        }
        String variable = name();
        Optional<List<Word>> words = words();
        return new Command.For(line, variable, words, body());
    }

    private Command select() {
        int line = lexer.next().line();
        String variable = name();
        Optional<List<Word>> words = words();
        return new Command.Select(line, variable, words, body());
    }

    private String name() {
        Token name = lexer.next();
        if (!name.is(TokenType.WORD)) {
            throw parser.unexpected(name);
        }
        return name.text();
    }

    private static boolean isName(Token token) {
        return token.is(TokenType.WORD) && token.text().matches("[A-Za-z_][A-Za-z_0-9]*");
    }

    private Optional<List<Word>> words() {
        if (lexer.peek().is(TokenType.SEMICOLON)) {
            lexer.next();
        }
        parser.skipNewlines();
        if (!lexer.peek().is("in")) {
            return Optional.empty();
        }
        lexer.next();
        lexer.acceptAssignments(false);
        List<Word> words = new ArrayList<>();
        while (lexer.peek().is(TokenType.WORD)) {
            words.add(lexer.next().word());
        }
        lexer.acceptAssignments(true);
        if (!lexer.peek().is(TokenType.SEMICOLON) && !lexer.peek().is(TokenType.NEWLINE)) {
            throw parser.unexpected(lexer.next());
        }
        lexer.next();
        parser.skipNewlines();
        return Optional.of(List.copyOf(words));
    }

    private Command forArithmetic(int line) {
        Token open = lexer.next();
        PartReader parts = lexer.parts();
        Source source = lexer.source();
        if (!source.skip('(')) {
            throw parser.unexpected(open);
        }
        Source.Mark start = source.mark();
        List<Expression> expressions = new ArrayList<>();
        PartReader.Nesting parentheses = new PartReader.Nesting('(', ')');
        do {
            expressions.add(parts.expression(c -> parentheses.at(c) || c == ';'));
        } while (source.skip(';'));
        if (expressions.size() != 3) {
            throw badHeader(line, start, expressions.size());
        }
        if (!source.skip("))")) {
            throw parts.unterminated(line, ')');
        }
        if (lexer.peek().is(TokenType.SEMICOLON)) {
            lexer.next();
        }
        parser.skipNewlines();
        return new Command.ForArithmetic(line, expressions.get(0), expressions.get(1), expressions.get(2), body());
    }

    private SyntaxException badHeader(int line, Source.Mark start, int expressions) {
        Source source = lexer.source();
        String header = source.since(start);
        String message =
                expressions < 3 ? "syntax error: arithmetic expression required" : "syntax error: `;' unexpected";
        return SyntaxException.withDetail(line, message, "syntax error: `((" + header + "))'");
    }

    private Command choice() {
        int line = lexer.next().line();
        lexer.acceptAssignments(false);
        Token subject = lexer.next();
        lexer.acceptAssignments(true);
        if (!subject.is(TokenType.WORD)) {
            throw parser.unexpected(subject);
        }
        parser.skipNewlines();
        expect("in");
        parser.skipNewlines();
        List<Clause> clauses = new ArrayList<>();
        while (!lexer.peek().is("esac")) {
            clauses.add(clause());
            parser.skipNewlines();
        }
        lexer.next();
        return new Command.Case(line, subject.word(), List.copyOf(clauses));
    }

    private Clause clause() {
        if (lexer.peek().is(TokenType.OPEN)) {
            lexer.next();
        }
        List<Word> patterns = new ArrayList<>();
        do {
            lexer.acceptAssignments(false);
            Token pattern = lexer.next();
            lexer.acceptAssignments(true);
            boolean word = pattern.is(TokenType.WORD) || pattern.is(TokenType.ASSIGNMENT);
            if (!word && parser.options().knowsBash()) { // dash looks at what follows it only
                throw parser.unexpected(pattern);
            }
            patterns.add(pattern.word());
        } while (takes(TokenType.PIPE));
        expect(TokenType.CLOSE);
        Command body = parser.list(java.util.Set.of("esac"));
        return new Clause(List.copyOf(patterns), body, fallthrough());
    }

    private Fallthrough fallthrough() {
        for (Fallthrough end : Fallthrough.values()) {
            if (lexer.peek().text().equals(end.text())) {
                lexer.next();
                return end;
            }
        }
        if (!lexer.peek().is("esac")) {
            throw parser.unexpected(lexer.next());
        }
        return Fallthrough.BREAK;
    }

    private Command function() {
        lexer.next();
        Token name = lexer.next();
        if (!name.is(TokenType.WORD)) {
            throw parser.unexpected(name);
        }
        if (lexer.peek().is(TokenType.OPEN)) {
            lexer.next();
            if (!lexer.peek().is(TokenType.CLOSE)) { // the body may be a subshell: function f (commands)
                Command body = parser.compoundList();
                expect(TokenType.CLOSE);
                return new Command.FunctionDefinition(
                        name.line(), name.text(), new Command.Subshell(name.line(), body));
            }
            lexer.next();
        }
        return new Command.FunctionDefinition(name.line(), name.text(), parser.functionBody());
    }

    private Command condition() {
        int line = lexer.next().line();
        return new Command.Conditional(line, conditions.parse());
    }

    private boolean takes(TokenType type) {
        if (!lexer.peek().is(type)) {
            return false;
        }
        lexer.next();
        return true;
    }

    private void expect(TokenType type) {
        Token token = lexer.next();
        if (!token.is(type)) {
            throw parser.unexpected(token, type.text());
        }
    }

    private void expect(String reserved) {
        Token token = lexer.next();
        if (!token.is(reserved)) {
            throw parser.unexpected(token, reserved);
        }
    }
}
