package org.vethlab.program.text;

/** A backslash escape of printf(1) and {@code echo -e}: the text that it stands for, and where it ends. */
final class PrintfEscape {
    private final String text;
    private final int end;

    /**
     * @param at behind the backslash
     * @param zeroOctal octal numbers begin with {@code \0}, as in {@code %b} and echo
     */
    PrintfEscape(String source, int at, boolean zeroOctal) {
        if (at >= source.length()) {
            text = "\\";
            end = at;
            return;
        }
        char c = source.charAt(at);
        int known = "abefnrtv\\\"".indexOf(c);
        if (known >= 0) {
            text = String.valueOf("\007\b\033\f\n\r\t\013\\\"".charAt(known));
            end = at + 1;
        } else if (c == 'c') {
            text = "";
            end = Integer.MAX_VALUE;
        } else if (c == 'x' || c == 'u' || c == 'U') {
            int digitsEnd = digits(source, at + 1, 16, c == 'x' ? 2 : c == 'u' ? 4 : 8);
            end = digitsEnd;
            text = digitsEnd == at + 1 ? "\\" + c : code(source.substring(at + 1, digitsEnd), 16, c != 'x');
        } else if (c >= '0' && c <= '7') {
            int start = zeroOctal && c == '0' ? at + 1 : at;
            end = digits(source, start, 8, 3);
            text = end == start ? "\0" : code(source.substring(start, end), 8, false);
        } else {
            text = "\\" + c;
            end = at + 1;
        }
    }

    private static String code(String digits, int radix, boolean character) {
        int value = Integer.parseUnsignedInt(digits, radix);
        if (character) {
            return Character.isValidCodePoint(value) ? Character.toString(value) : "";
        }
        return EscapedUtf8.decode(new byte[] {(byte) value});
    }

    private static int digits(String source, int from, int radix, int most) {
        int at = from;
        while (at < source.length() && at < from + most && Character.digit(source.charAt(at), radix) >= 0) {
            at++;
        }
        return at;
    }

    String text() {
        return text;
    }

    int end() {
        return end;
    }

    /** \c: nothing more is printed. */
    boolean stops() {
        return end == Integer.MAX_VALUE;
    }
}
