package org.vethlab.shell.arithmetic;

import java.util.List;

/** The tokens of an expression, one at a time. */
final class Tokens {
    enum Kind {
        NUMBER,
        NAME,
        OPERATOR,
        END
    }

    /** Longest first. */
    private static final List<String> OPERATORS = List.of(
            "<<=", ">>=", "++", "--", "**", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=",
            "%=", "&=", "^=", "|=", "+", "-", "*", "/", "%", "<", ">", "=", "!", "~", "&", "|", "^", "?", ":", ",", "(",
            ")");

    private final String text;
    private final Grammar grammar;
    private int at;
    private Kind kind = Kind.END;
    private String token = "";
    private String subscript = "";
    private boolean subscripted;
    /** Where the last token that is not the end starts: what bash calls the error token. */
    private int start;

    Tokens(String text, Grammar grammar) {
        this.text = text;
        this.grammar = grammar;
        advance();
    }

    Kind kind() {
        return kind;
    }

    String token() {
        return token;
    }

    boolean isSubscripted() {
        return subscripted;
    }

    String subscript() {
        return subscript;
    }

    int start() {
        return start;
    }

    /** Where the text behind the current token begins, blanks skipped. */
    int next() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && token.equals(operator);
    }

    void advance() {
        Kind before = kind;
        at = next();
        if (at == text.length()) {
            kind = Kind.END;
            token = "";
            return;
        }
        start = at;
        char c = text.charAt(at);
        if (Character.isDigit(c)) {
            kind = Kind.NUMBER;
            take(Tokens::isNumberPart);
        } else if (isNameStart(c)) {
            kind = Kind.NAME;
            take(Tokens::isNamePart);
            readSubscript();
        } else {
            operator(before);
        }
    }

    private void take(java.util.function.IntPredicate part) {
        int from = at;
        while (at < text.length() && part.test(text.charAt(at))) {
            at++;
        }
        token = text.substring(from, at);
    }

    private void readSubscript() {
        subscripted = at < text.length() && text.charAt(at) == '[';
        if (!subscripted) {
            return;
        }
        int depth = 0;
        int from = at + 1;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                subscript = text.substring(from, at++);
                return;
            }
        }
        throw ArithmeticException.at(text, start, "bad array subscript");
    }

    private void operator(Kind before) {
        kind = Kind.OPERATOR;
        token = "";
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at) && grammar.has(operator)) {
                token = isDouble(operator) && !isStep(before, at + 2) ? operator.substring(0, 1) : operator;
                break;
            }
        }
        at += token.length();
        if (token.isEmpty()) {
            boolean operandWanted = before == Kind.OPERATOR || before == Kind.END;
            String message = operandWanted ? "operand expected" : "invalid arithmetic operator";
            throw ArithmeticException.at(text, start, "syntax error: " + message);
        }
    }

    private static boolean isDouble(String operator) {
        return operator.equals("++") || operator.equals("--");
    }

    /** {@code ++} is one token only next to a variable; {@code 1--1} is a subtraction of a negative number. */
    private boolean isStep(Kind before, int behind) {
        if (before == Kind.NAME) {
            return true;
        }
        int next = behind;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return before != Kind.NUMBER && next < text.length() && isNameStart(text.charAt(next));
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || c >= '0' && c <= '9';
    }

    private static boolean isNumberPart(int c) {
        return isNamePart(c) || c == '#' || c == '@';
    }
}
