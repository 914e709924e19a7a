package org.vethlab.shell.variable;

import java.util.Optional;

/** Attributes of variables, in the order in which {@code declare -p} prints their letters. */
public enum Attribute {
    INDEXED('a'),
    ASSOCIATIVE('A'),
    INTEGER('i'),
    REFERENCE('n'),
    READONLY('r'),
    TRACED('t'),
    EXPORTED('x'),
    CAPITALIZED('c'),
    LOWER_CASE('l'),
    UPPER_CASE('u');

    private final char letter;

    Attribute(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    public static Optional<Attribute> of(char letter) {
        for (Attribute attribute : values()) {
            if (attribute.letter == letter) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}
