package org.vethlab.program.awk;

/** Backslash escapes in strings. */
final class Escape {
    private Escape() {}

    /** Appends what the escape stands for. @param at behind the backslash. @return behind the escape */
    static int append(StringBuilder out, String text, int at) {
        char c = text.charAt(at);
        int known = "\"\\abfnrtv".indexOf(c);
        if (known >= 0) {
            out.append("\"\\\007\b\f\n\r\t\013".charAt(known));
            return at + 1;
        }
        int end = at;
        int value = 0;
        while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            value = value * 8 + text.charAt(end++) - '0';
        }
        if (end > at) {
            out.append((char) (value & 0xff));
            return end;
        }
        if (c != '\n') {
            out.append('\\').append(c);
        }
        return at + 1;
    }

    static String all(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i = append(out, text, i + 1);
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }
}
