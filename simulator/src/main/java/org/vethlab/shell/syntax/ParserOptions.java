package org.vethlab.shell.syntax;

import java.util.Optional;

/** The shell's settings that change how a script reads; asked while it is read, since the script may change them. */
public interface ParserOptions {
    ParserOptions STANDARD = new ParserOptions() {};

    /** {@code shopt -s extglob}. */
    default boolean extendedPatterns() {
        return false;
    }

    /** Whether {@code [[}, {@code function} and {@code select} are words of the language, as in bash. */
    default boolean knowsBash() {
        return true;
    }

    /** The value of an alias; empty if there is none or aliases are off, as they are in scripts. */
    default Optional<String> alias(String word) {
        return Optional.empty();
    }

    /** A warning that is no error, printed with the number of the line. */
    default void warn(int line, String message) {}
}
