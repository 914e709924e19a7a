package org.vethlab.program.text;

/** Which lines a command of sed is for: one end of a range, or the only one. */
sealed interface SedAddress {
    record Line(long number) implements SedAddress {}

    /** {@code first~step}. */
    record Step(long first, long step) implements SedAddress {}

    record Last() implements SedAddress {}

    /** A regular expression; the empty one stands for that used last. */
    record Regex(java.util.Optional<PosixRegex> regex) implements SedAddress {}

    /** {@code addr,+N}, as an end only. */
    record Plus(long lines) implements SedAddress {}

    /** {@code addr,~N}: up to the next multiple, as an end only. */
    record Multiple(long of) implements SedAddress {}
}
