package org.vethlab.program.text;

/** GNU sed's escapes for single characters: {@code \t}, {@code \x41}, {@code \o101}, {@code \d065}, {@code \cA}. */
final class SedEscape {
    private final char character;
    private final int end;

    /** @param at behind the backslash; a letter that means nothing stands for itself */
    SedEscape(String text, int at) {
        char c = text.charAt(at);
        int known = "afnrtv".indexOf(c);
        if (known >= 0) {
            character = "\007\f\n\r\t\013".charAt(known);
            end = at + 1;
            return;
        }
        int radix = c == 'x' ? 16 : c == 'o' ? 8 : c == 'd' ? 10 : 0;
        int most = c == 'x' ? 2 : 3;
        int digits = at + 1;
        while (radix > 0
                && digits < text.length()
                && digits <= at + most
                && Character.digit(text.charAt(digits), radix) >= 0) {
            digits++;
        }
        if (digits > at + 1) {
            character = (char) (Integer.parseInt(text.substring(at + 1, digits), radix) & 0xff);
            end = digits;
        } else if (c == 'c' && at + 1 < text.length()) {
            character = (char) (Character.toUpperCase(text.charAt(at + 1)) ^ 0x40);
            end = at + 2;
        } else {
            character = c;
            end = at + 1;
        }
    }

    /** Whether a backslash before {@code at} makes another character of what stands there. */
    static boolean isKnown(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        SedEscape escape = new SedEscape(text, at);
        return escape.end > at + 1 || escape.character != text.charAt(at);
    }

    char character() {
        return character;
    }

    int end() {
        return end;
    }
}
