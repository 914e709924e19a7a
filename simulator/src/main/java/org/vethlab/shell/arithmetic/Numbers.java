package org.vethlab.shell.arithmetic;

/** Constants: decimal, octal with a leading 0, hexadecimal with 0x, and {@code base#digits} up to base 64. */
final class Numbers {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_";

    private Numbers() {}

    static long parse(String text) {
        int hash = text.indexOf('#');
        if (hash >= 0) {
            long base = digits(text, text.substring(0, hash), 10);
            if (base == 0) {
                throw ArithmeticException.at(text, 0, "invalid number");
            }
            if (base < 2 || base > 64) {
                throw ArithmeticException.at(text, 0, "invalid arithmetic base");
            }
            if (hash == text.length() - 1) {
                throw ArithmeticException.at(text, 0, "invalid integer constant");
            }
            return digits(text, text.substring(hash + 1), (int) base);
        }
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return digits(text, text.substring(2), 16);
        }
        return text.startsWith("0") ? digits(text, text.substring(1), 8) : digits(text, text, 10);
    }

    /** Too large a number wraps round, as in C. */
    private static long digits(String text, String digits, int base) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = DIGITS.indexOf(digits.charAt(i));
            if (base <= 36 && digit >= 36 && digit < 62) {
                digit -= 26;
            }
            if (digit < 0) {
                throw ArithmeticException.at(text, 0, "invalid number");
            }
            if (digit >= base) {
                throw ArithmeticException.at(text, 0, "value too great for base");
            }
            value = value * base + digit;
        }
        return value;
    }
}
