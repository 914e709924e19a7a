package org.vethlab.program.text;

import java.util.Optional;

/** The classes of POSIX ([:alpha:]), in the C locale. */
enum CharacterClass {
    ALNUM("a-zA-Z0-9"),
    ALPHA("a-zA-Z"),
    BLANK(" \\t"),
    CNTRL("\\x00-\\x1f\\x7f"),
    DIGIT("0-9"),
    GRAPH("!-~"),
    LOWER("a-z"),
    PRINT(" -~"),
    PUNCT("!-/:-@\\[-`{-~"),
    SPACE(" \\t-\\r"),
    UPPER("A-Z"),
    XDIGIT("0-9A-Fa-f");

    private final String inner;

    CharacterClass(String inner) {
        this.inner = inner;
    }

    /** By its name between the colons. */
    static Optional<CharacterClass> of(String name) {
        for (CharacterClass one : values()) {
            if (one.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** What stands for it between the brackets of a {@code java.util.regex} class. */
    String inner() {
        return inner;
    }

    boolean contains(int c) {
        return c < 128 && String.valueOf((char) c).matches("(?s)[" + inner + "]");
    }
}
