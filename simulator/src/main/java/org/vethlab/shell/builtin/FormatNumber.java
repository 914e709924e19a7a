package org.vethlab.shell.builtin;

/**
 * A number as strtol(3) reads it: decimal, octal, hexadecimal, up to the first character that does not belong to it.
 *
 * @param isWhole whether nothing was left over
 */
record FormatNumber(long value, boolean isWhole) {
    static FormatNumber parse(String given) {
        String text = given.stripLeading();
        int at = 0;
        boolean negative = text.startsWith("-");
        if (negative || text.startsWith("+")) {
            at++;
        }
        int radix = 10;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            radix = 16;
            at += 2;
        } else if (text.startsWith("0", at)) {
            radix = 8;
        }
        long value = 0;
        int start = at;
        while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
        }
        boolean whole = at == text.length() && (at > start || given.isEmpty());
        return new FormatNumber(negative ? -value : value, whole);
    }
}
