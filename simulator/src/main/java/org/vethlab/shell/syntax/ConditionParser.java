package org.vethlab.shell.syntax;

import java.util.Set;
import org.vethlab.shell.syntax.Command.Condition;

/** Parses the inside of {@code [[ ]]}. */
final class ConditionParser {
    private static final Set<String> UNARY = Set.of(
            "-a", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-n", "-o", "-p", "-r", "-s", "-t", "-u", "-v", "-w",
            "-x", "-z", "-G", "-L", "-N", "-O", "-R", "-S");
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    private final Lexer lexer;

    ConditionParser(Lexer lexer) {
        this.lexer = lexer;
    }

    /** Reads to the closing brackets, which it takes. */
    Condition parse() {
        lexer.acceptAssignments(false);
        Condition condition = or();
        Token end = lexer.next();
        lexer.acceptAssignments(true);
        if (end.is("]]")) {
            return condition;
        }
        if (end.is(TokenType.WORD)) {
            throw error(end, "syntax error in conditional expression");
        }
        throw error(end, "syntax error in conditional expression: unexpected token `" + end.text() + "'");
    }

    private Condition or() {
        Condition left = and();
        while (take(TokenType.OR_IF)) {
            left = new Condition.Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = term();
        while (take(TokenType.AND_IF)) {
            left = new Condition.And(left, term());
        }
        return left;
    }

    private Condition term() {
        skipNewlines();
        Token token = lexer.next();
        if (token.is(TokenType.OPEN)) {
            return parenthesized();
        }
        if (token.is("!")) {
            return new Condition.Not(term());
        }
        if (!token.is(TokenType.WORD) || token.is("]]")) {
            throw unexpected(token);
        }
        Condition condition = UNARY.contains(token.text()) ? unary(token) : binary(token);
        skipNewlines();
        return condition;
    }

    private Condition parenthesized() {
        Condition inner = or();
        Token close = lexer.next();
        if (!close.is(TokenType.CLOSE)) {
            throw error(close, "unexpected token `" + close.text() + "', expected `)'");
        }
        skipNewlines();
        return new Condition.Parenthesized(inner);
    }

    /** A word like an operator that stands alone, or before a binary operator, is a plain operand. */
    private Condition unary(Token operator) {
        Token operand = lexer.peek();
        if (operand.is("]]") || operand.is(TokenType.AND_IF) || operand.is(TokenType.OR_IF)) {
            throw error(operand, "unexpected argument `" + operand.text() + "' to conditional unary operator");
        }
        if (!operand.is(TokenType.WORD)) {
            throw error(operand, "unexpected argument `" + operand.text() + "' to conditional unary operator");
        }
        lexer.next();
        return new Condition.Unary(operator.text(), operand.word());
    }

    private Condition binary(Token left) {
        Token operator = lexer.peek();
        if (isAlone(operator)) {
            return new Condition.Unary("-n", left.word());
        }
        if (!BINARY.contains(operator.text())) {
            String message = operator.is(TokenType.WORD)
                    ? "conditional binary operator expected"
                    : "unexpected token `" + operator.text() + "', conditional binary operator expected";
            throw error(operator, message);
        }
        lexer.next();
        if (operator.is("=~")) {
            return new Condition.Binary(left.word(), operator.text(), lexer.regularExpression());
        }
        Token right = lexer.next();
        if (!right.is(TokenType.WORD) || right.is("]]")) {
            throw error(right, "unexpected argument `" + right.text() + "' to conditional binary operator");
        }
        return new Condition.Binary(left.word(), operator.text(), right.word());
    }

    private static boolean isAlone(Token next) {
        return next.is("]]") || next.is(TokenType.AND_IF) || next.is(TokenType.OR_IF) || next.is(TokenType.CLOSE);
    }

    private boolean take(TokenType type) {
        if (!lexer.peek().is(type)) {
            return false;
        }
        lexer.next();
        return true;
    }

    private void skipNewlines() {
        while (lexer.peek().is(TokenType.NEWLINE)) {
            lexer.next();
        }
    }

    private static SyntaxException unexpected(Token token) {
        if (token.is(TokenType.END)) {
            return new SyntaxException(
                    token.line(), "unexpected EOF while looking for `]]'", java.util.Optional.empty());
        }
        return error(token, "unexpected token `" + token.text() + "' in conditional command");
    }

    private static SyntaxException error(Token token, String message) {
        return SyntaxException.inCondition(token.line(), message);
    }
}
