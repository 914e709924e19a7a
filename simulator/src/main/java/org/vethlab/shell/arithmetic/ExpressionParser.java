package org.vethlab.shell.arithmetic;

import java.util.Optional;
import org.vethlab.shell.arithmetic.Node.Operator;

/** Parses an expression by C's precedence, and bash's: {@code **} binds tighter than everything but signs. */
final class ExpressionParser {
    private static final int MAX_DEPTH = 256;

    private final String text;
    private final Tokens tokens;
    private int depth;

    private ExpressionParser(String text, Grammar grammar) {
        this.text = text;
        this.tokens = new Tokens(text, grammar);
    }

    static Node parse(String text, Grammar grammar) {
        ExpressionParser parser = new ExpressionParser(text, grammar);
        if (parser.tokens.kind() == Tokens.Kind.END) {
            return new Node.Constant(0);
        }
        Node tree = parser.comma();
        if (parser.tokens.kind() != Tokens.Kind.END) {
            throw parser.error("syntax error in expression");
        }
        return tree;
    }

    private Node comma() {
        if (++depth > MAX_DEPTH) {
            throw error("expression recursion level exceeded");
        }
        Node left = assignment();
        while (tokens.is(",")) {
            tokens.advance();
            left = new Node.Binary(Operator.COMMA, left, assignment(), 0);
        }
        depth--;
        return left;
    }

    private Node assignment() {
        Node left = conditional();
        if (tokens.kind() != Tokens.Kind.OPERATOR || !isAssignment(tokens.token())) {
            return left;
        }
        if (!(left instanceof Node.Variable target)) {
            throw error("attempted assignment to non-variable");
        }
        String operator = tokens.token();
        tokens.advance();
        Node value = assignment();
        Optional<Operator> before = Operator.of(operator.substring(0, operator.length() - 1));
        return new Node.Assign(target, before, value, tokens.start());
    }

    private static boolean isAssignment(String operator) {
        return switch (operator) {
            case "=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=" -> true;
            default -> false;
        };
    }

    private Node conditional() {
        Node condition = binary(Operator.OR.level());
        if (!tokens.is("?")) {
            return condition;
        }
        tokens.advance();
        if (tokens.is(":") || tokens.kind() == Tokens.Kind.END) {
            throw error("expression expected");
        }
        Node yes = comma();
        if (!tokens.is(":")) {
            throw error("`:' expected for conditional expression");
        }
        tokens.advance();
        if (tokens.kind() == Tokens.Kind.END) {
            throw error("expression expected");
        }
        return new Node.Conditional(condition, yes, conditional());
    }

    private Node binary(int level) {
        if (level == Operator.TIGHTEST) {
            return power();
        }
        Node left = binary(level + 1);
        for (Optional<Operator> operator = operatorOf(level); operator.isPresent(); operator = operatorOf(level)) {
            int position = tokens.next();
            tokens.advance();
            left = new Node.Binary(operator.get(), left, binary(level + 1), position);
        }
        return left;
    }

    private Optional<Operator> operatorOf(int level) {
        if (tokens.kind() != Tokens.Kind.OPERATOR) {
            return Optional.empty();
        }
        return Operator.of(tokens.token()).filter(operator -> operator.level() == level);
    }

    private Node power() {
        Node base = unary();
        if (!tokens.is("**")) {
            return base;
        }
        tokens.advance();
        Node exponent = power();
        return new Node.Binary(Operator.POWER, base, exponent, tokens.start());
    }

    private Node unary() {
        if (tokens.kind() == Tokens.Kind.OPERATOR) {
            String operator = tokens.token();
            switch (operator) {
                case "!", "~", "-", "+" -> {
                    tokens.advance();
                    return new Node.Unary(operator.charAt(0), unary());
                }
                case "++", "--" -> {
                    return stepBefore(operator);
                }
                default -> {}
            }
        }
        return primary();
    }

    private Node stepBefore(String operator) {
        tokens.advance();
        if (tokens.kind() != Tokens.Kind.NAME) {
            throw error("identifier expected after pre-increment or pre-decrement");
        }
        return new Node.Step(variable(), operator.equals("++") ? 1 : -1, true);
    }

    private Node primary() {
        if (tokens.is("(")) {
            tokens.advance();
            Node inner = comma();
            if (!tokens.is(")")) {
                throw error("missing `)'");
            }
            tokens.advance();
            return inner;
        }
        return switch (tokens.kind()) {
            case NUMBER -> number();
            case NAME -> stepped(variable());
            default -> throw error("syntax error: operand expected");
        };
    }

    private Node number() {
        Node number = new Node.Constant(Numbers.parse(tokens.token()));
        tokens.advance();
        return number;
    }

    private Node.Variable variable() {
        Optional<String> subscript = tokens.isSubscripted() ? Optional.of(tokens.subscript()) : Optional.empty();
        Node.Variable variable = new Node.Variable(tokens.token(), subscript);
        tokens.advance();
        return variable;
    }

    private Node stepped(Node.Variable variable) {
        if (!tokens.is("++") && !tokens.is("--")) {
            return variable;
        }
        int by = tokens.is("++") ? 1 : -1;
        tokens.advance();
        return new Node.Step(variable, by, false);
    }

    private ArithmeticException error(String message) {
        return ArithmeticException.at(text, tokens.start(), message);
    }
}
