package org.vethlab.program.text;

/** What the l command prints: everything visible, long lines wrapped, a dollar at the end. */
final class SedListing {
    private SedListing() {}

    static String of(String text, int lineLength) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : EscapedUtf8.encode(text)) {
            String shown = show(b & 0xff);
            if (lineLength > 1 && column + shown.length() > lineLength - 1) {
                out.append("\\\n");
                column = 0;
            }
            out.append(shown);
            column += shown.length();
        }
        return out.append("$\n").toString();
    }

    private static String show(int b) {
        int known = "\007\b\f\n\r\t\013\\".indexOf(b);
        if (known >= 0) {
            return "\\" + "abfnrtv\\".charAt(known);
        }
        return b >= 32 && b < 127 ? String.valueOf((char) b) : String.format("\\%03o", b);
    }
}
