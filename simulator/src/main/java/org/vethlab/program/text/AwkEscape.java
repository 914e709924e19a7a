package org.vethlab.program.text;

/** A backslash escape of awk: the character that it stands for, and where it ends. */
final class AwkEscape {
    private final char character;
    private final int end;

    /** @param at behind the backslash, where at least one character is */
    AwkEscape(String text, int at) {
        char c = text.charAt(at);
        int known = "abfnrtv".indexOf(c);
        if (known >= 0) {
            character = "\007\b\f\n\r\t\013".charAt(known);
            end = at + 1;
            return;
        }
        int digits = at;
        int value = 0;
        while (digits < text.length() && digits < at + 3 && text.charAt(digits) >= '0' && text.charAt(digits) <= '7') {
            value = value * 8 + text.charAt(digits++) - '0';
        }
        character = digits > at ? (char) (value & 0xff) : c;
        end = digits > at ? digits : at + 1;
    }

    char character() {
        return character;
    }

    int end() {
        return end;
    }
}
