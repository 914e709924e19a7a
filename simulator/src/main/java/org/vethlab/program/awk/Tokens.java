package org.vethlab.program.awk;

import java.util.List;

/** A cursor over tokens. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean accept(String operatorOrKeyword) {
        if (!peek().is(operatorOrKeyword)) {
            return false;
        }
        next();
        return true;
    }

    void expect(String operatorOrKeyword) {
        if (!accept(operatorOrKeyword)) {
            throw error();
        }
    }

    String name() {
        Token token = next();
        if (token.type() != Token.Type.NAME && token.type() != Token.Type.FUNCTION) {
            at--;
            throw error();
        }
        return token.text();
    }

    void skipNewlines() {
        while (peek().type() == Token.Type.NEWLINE) {
            next();
        }
    }

    /** Newlines and semicolons. */
    void skipTerminators() {
        while (peek().type() == Token.Type.NEWLINE || peek().is(";")) {
            next();
        }
    }

    boolean atEnd() {
        return peek().type() == Token.Type.END;
    }

    AwkException error() {
        Token token = peek();
        if (token.type() == Token.Type.END) {
            return new AwkException("line " + token.line() + ": missing } near end of file");
        }
        String what = token.type() == Token.Type.NEWLINE ? "end of line" : token.text();
        return new AwkException("line " + token.line() + ": syntax error at or near " + what);
    }
}
