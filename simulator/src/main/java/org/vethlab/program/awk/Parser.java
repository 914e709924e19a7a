package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.program.awk.Statement.Block;
import org.vethlab.program.awk.Statement.Jump;

/** Parses an awk program. */
final class Parser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final List<Statement> begin = new ArrayList<>();
    private final List<Source.Rule> rules = new ArrayList<>();
    private final List<Statement> end = new ArrayList<>();
    private final Map<String, Source.UserFunction> functions = new HashMap<>();

    private Parser(String program) {
        this.tokens = new Tokens(Lexer.tokens(program));
        this.expressions = new ExpressionParser(tokens);
    }

    /** @throws AwkException with the line and the word where it does not go on */
    static Source parse(String program) {
        Parser parser = new Parser(program);
        parser.tokens.skipTerminators();
        while (!parser.tokens.atEnd()) {
            parser.item();
            parser.tokens.skipTerminators();
        }
        parser.checkCalls(program);
        return new Source(
                List.copyOf(parser.begin),
                List.copyOf(parser.rules),
                List.copyOf(parser.end),
                Map.copyOf(parser.functions));
    }

    /** mawk notices when it has read everything, and so names the line behind the last. */
    private void checkCalls(String program) {
        for (String name : expressions.called()) {
            if (!functions.containsKey(name)) {
                long line = program.lines().count() + 1;
                throw new AwkException("line " + line + ": function " + name + " never defined");
            }
        }
    }

    private void item() {
        if (tokens.accept("BEGIN")) {
            tokens.skipNewlines();
            begin.add(block());
        } else if (tokens.accept("END")) {
            tokens.skipNewlines();
            end.add(block());
        } else if (tokens.accept("function")) {
            function();
        } else {
            rule();
        }
    }

    private void function() {
        String name = tokens.name();
        tokens.expect("(");
        List<String> parameters = new ArrayList<>();
        while (!tokens.accept(")")) {
            parameters.add(tokens.name());
            tokens.skipNewlines();
            if (!tokens.peek().is(")")) {
                tokens.expect(",");
                tokens.skipNewlines();
            }
        }
        tokens.skipNewlines();
        expressions.locals(parameters);
        functions.put(name, new Source.UserFunction(List.copyOf(parameters), block()));
        expressions.locals(List.of());
    }

    private void rule() {
        Optional<Expression> pattern = Optional.empty();
        Optional<Expression> rangeEnd = Optional.empty();
        if (!tokens.peek().is("{")) {
            pattern = Optional.of(expressions.parse());
            if (tokens.accept(",")) {
                tokens.skipNewlines();
                rangeEnd = Optional.of(expressions.parse());
            }
        }
        Statement action =
                tokens.peek().is("{") ? block() : new Statement.Print(false, List.of(), "", Optional.empty());
        rules.add(new Source.Rule(pattern, rangeEnd, action));
    }

    private Block block() {
        tokens.expect("{");
        List<Statement> body = new ArrayList<>();
        tokens.skipTerminators();
        while (!tokens.accept("}")) {
            body.add(statement());
            tokens.skipTerminators();
        }
        return new Block(List.copyOf(body));
    }

    private Statement statement() {
        if (tokens.peek().is("{")) {
            return block();
        }
        if (tokens.accept("if")) {
            return conditional();
        }
        if (tokens.accept("while")) {
            Expression condition = parenthesised();
            return new Statement.While(condition, tokens.accept(";") ? new Block(List.of()) : body(), false);
        }
        if (tokens.accept("do")) {
            Statement body = body();
            tokens.skipTerminators();
            tokens.expect("while");
            return new Statement.While(parenthesised(), body, true);
        }
        if (tokens.accept("for")) {
            return loop();
        }
        Statement simple = simple();
        if (!tokens.peek().is("}") && !tokens.atEnd() && tokens.peek().type() != Token.Type.NEWLINE) {
            tokens.expect(";");
        }
        return simple;
    }

    private Statement body() {
        tokens.skipNewlines();
        return tokens.accept(";") ? new Block(List.of()) : statement();
    }

    private Expression parenthesised() {
        tokens.expect("(");
        Expression expression = expressions.parse();
        tokens.expect(")");
        return expression;
    }

    private Statement conditional() {
        Expression condition = parenthesised();
        Statement then = body();
        int terminators = 0;
        while (tokens.peek(terminators).is(";") || tokens.peek(terminators).type() == Token.Type.NEWLINE) {
            terminators++;
        }
        if (!tokens.peek(terminators).is("else")) {
            return new Statement.If(condition, then, Optional.empty());
        }
        tokens.skipTerminators();
        tokens.expect("else");
        return new Statement.If(condition, then, Optional.of(body()));
    }

    private Statement loop() {
        tokens.expect("(");
        if (tokens.peek().type() == Token.Type.NAME
                && tokens.peek(1).is("in")
                && tokens.peek(3).is(")")) {
            Expression.Variable variable = expressions.variable(tokens.name());
            tokens.expect("in");
            Expression.Variable array = expressions.variable(tokens.name());
            tokens.expect(")");
            return new Statement.ForIn(variable, array, body());
        }
        Statement first = tokens.peek().is(";") ? new Block(List.of()) : simple();
        tokens.expect(";");
        tokens.skipNewlines();
        Optional<Expression> condition = tokens.peek().is(";") ? Optional.empty() : Optional.of(expressions.parse());
        tokens.expect(";");
        tokens.skipNewlines();
        Statement step = tokens.peek().is(")") ? new Block(List.of()) : simple();
        tokens.expect(")");
        return new Statement.For(first, condition, step, body());
    }

    private Statement simple() {
        Token token = tokens.peek();
        if (token.type() != Token.Type.KEYWORD || token.is("getline")) {
            return new Statement.Simple(expressions.parse());
        }
        tokens.next();
        return switch (token.text()) {
            case "print" -> print(false);
            case "printf" -> print(true);
            case "delete" -> delete();
            case "next" -> new Jump(Statement.Kind.NEXT);
            case "nextfile" -> new Jump(Statement.Kind.NEXTFILE);
            case "break" -> new Jump(Statement.Kind.BREAK);
            case "continue" -> new Jump(Statement.Kind.CONTINUE);
            case "exit" -> new Statement.Exit(optional());
            case "return" -> new Statement.Return(optional());
            default -> throw new AwkException("line " + token.line() + ": syntax error at or near " + token.text());
        };
    }

    private Optional<Expression> optional() {
        Token token = tokens.peek();
        boolean none = token.is(";") || token.is("}") || token.type() == Token.Type.NEWLINE || tokens.atEnd();
        return none ? Optional.empty() : Optional.of(expressions.parse());
    }

    private Statement delete() {
        Expression.Variable array = expressions.variable(tokens.name());
        if (!tokens.accept("[")) {
            return new Statement.Delete(array, List.of());
        }
        List<Expression> subscripts = expressions.list();
        tokens.expect("]");
        return new Statement.Delete(array, subscripts);
    }

    private Statement print(boolean formatted) {
        List<Expression> values = printsNothing() ? List.of() : expressions.printed();
        if (values.size() == 1 && values.get(0) instanceof Expression.Group group) {
            values = group.list();
        }
        for (String sign : List.of(">", ">>", "|")) {
            if (tokens.accept(sign)) {
                return new Statement.Print(formatted, values, sign, Optional.of(expressions.target()));
            }
        }
        return new Statement.Print(formatted, values, "", Optional.empty());
    }

    private boolean printsNothing() {
        Token token = tokens.peek();
        return token.type() == Token.Type.NEWLINE
                || tokens.atEnd()
                || token.is(";")
                || token.is("}")
                || token.is(">")
                || token.is(">>")
                || token.is("|");
    }
}
