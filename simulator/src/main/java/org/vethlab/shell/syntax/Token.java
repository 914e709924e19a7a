package org.vethlab.shell.syntax;

import java.util.Optional;

/**
 * A token of the grammar.
 *
 * @param text as written, for messages
 * @param word of a word, or of an assignment
 */
record Token(TokenType type, String text, int line, Word word, Optional<Assignment> assignment) {
    static Token of(TokenType type, String text, int line) {
        return new Token(type, text, line, Word.EMPTY, Optional.empty());
    }

    static Token word(Word word, int line) {
        return new Token(TokenType.WORD, word.source(), line, word, Optional.empty());
    }

    static Token assignment(Assignment assignment, int line) {
        Word word = new Word(assignment.source(), java.util.List.of(new Part.Assigned(assignment)));
        return new Token(TokenType.ASSIGNMENT, assignment.source(), line, word, Optional.of(assignment));
    }

    boolean is(TokenType wanted) {
        return type == wanted;
    }

    /** Whether it is this reserved word; the caller knows that one may stand here. */
    boolean is(String reserved) {
        return type == TokenType.WORD && text.equals(reserved);
    }
}
