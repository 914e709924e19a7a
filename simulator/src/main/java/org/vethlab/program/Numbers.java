package org.vethlab.program;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers as the C library's {@code strtol(word, …, 0)} reads them: {@code 0x1f} is hexadecimal, {@code 017} octal. */
public final class Numbers {
    private Numbers() {}

    /** A signed 32-bit number; empty for junk, blanks and what does not fit. */
    public static OptionalInt integer(String word) {
        OptionalLong value = parse(word);
        return value.isPresent() && value.getAsLong() == (int) value.getAsLong()
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /** An unsigned number of at most {@code bits} bits (up to 32). */
    public static OptionalLong unsigned(String word, int bits) {
        OptionalLong value = parse(word);
        return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() >> bits == 0
                ? value
                : OptionalLong.empty();
    }

    private static OptionalLong parse(String word) {
        boolean negative = word.startsWith("-");
        String digits = negative || word.startsWith("+") ? word.substring(1) : word;
        int radix = 10;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
            digits = digits.substring(1);
        }
        if (digits.isEmpty() || digits.length() > 18 || Character.digit(digits.charAt(0), radix) < 0) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(digits, radix);
            return OptionalLong.of(negative ? -value : value);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
