package org.vethlab.shell.syntax;

import java.util.Optional;
import java.util.Set;

/** The words of dash for what it cannot parse: it names the token that it has, and the one that it wants. */
final class DashSyntax {
    private static final Set<String> RESERVED = Set.of(
            "!", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until",
            "while");

    private DashSyntax() {}

    /** @param wanted the one token that might stand there; empty if there are several */
    static SyntaxException unexpected(Token token, String wanted) {
        String expecting = wanted.isEmpty() ? "" : " (expecting \"" + wanted + "\")";
        return error(token.line(), name(token) + " unexpected" + expecting);
    }

    static SyntaxException badLoopVariable(int line) {
        return error(line, "Bad for loop variable");
    }

    private static SyntaxException error(int line, String message) {
        return new SyntaxException(line, "Syntax error: " + message, Optional.empty());
    }

    private static String name(Token token) {
        TokenType type = token.type();
        if (type == TokenType.DESCRIPTOR || type.isRedirection()) {
            return "redirection";
        }
        return switch (type) {
            case END -> "end of file";
            case NEWLINE -> "newline";
            case WORD, ASSIGNMENT -> RESERVED.contains(token.text()) ? '"' + token.text() + '"' : "word";
            default -> '"' + token.text() + '"';
        };
    }
}
