package org.vethlab.shell.syntax;

import java.util.Arrays;
import java.util.List;

/** What the lexer tells apart. The operators stand longest first, so that the first match is the right one. */
enum TokenType {
    APPEND_BOTH("&>>"),
    NEXT_MATCH(";;&"),
    HERE_STRING("<<<"),
    HERE_DOCUMENT_TABS("<<-"),
    AND_IF("&&"),
    OR_IF("||"),
    PIPE_BOTH("|&"),
    BREAK(";;"),
    NEXT_BODY(";&"),
    APPEND(">>"),
    HERE_DOCUMENT("<<"),
    DUPLICATE_OUTPUT(">&"),
    DUPLICATE_INPUT("<&"),
    CLOBBER(">|"),
    READ_WRITE("<>"),
    BOTH("&>"),
    SEMICOLON(";"),
    BACKGROUND("&"),
    PIPE("|"),
    OUTPUT(">"),
    INPUT("<"),
    OPEN("("),
    CLOSE(")"),
    NEWLINE("newline"),
    END(""),
    /** A number, or a name in braces, right before a redirection. */
    DESCRIPTOR(""),
    WORD(""),
    ASSIGNMENT("");

    private static final List<TokenType> OPERATORS =
            Arrays.stream(values()).filter(type -> type.compareTo(NEWLINE) < 0).toList();

    private static final List<TokenType> STANDARD_OPERATORS =
            OPERATORS.stream().filter(type -> !type.isOnlyOfBash()).toList();

    private final String text;

    TokenType(String text) {
        this.text = text;
    }

    /** The operators, longest first. @param bash whether those that POSIX does not have are among them */
    static List<TokenType> operators(boolean bash) {
        return bash ? OPERATORS : STANDARD_OPERATORS;
    }

    private boolean isOnlyOfBash() {
        return switch (this) {
            case APPEND_BOTH, NEXT_MATCH, HERE_STRING, PIPE_BOTH, NEXT_BODY, BOTH -> true;
            default -> false;
        };
    }

    /** How an operator is written. */
    String text() {
        return text;
    }

    /** The redirection that an operator starts, if it does. */
    boolean isRedirection() {
        return switch (this) {
            case APPEND_BOTH,
                    HERE_STRING,
                    HERE_DOCUMENT_TABS,
                    APPEND,
                    HERE_DOCUMENT,
                    DUPLICATE_OUTPUT,
                    DUPLICATE_INPUT,
                    CLOBBER,
                    READ_WRITE,
                    BOTH,
                    OUTPUT,
                    INPUT -> true;
            default -> false;
        };
    }
}
