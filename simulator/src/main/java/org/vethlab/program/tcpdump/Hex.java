package org.vethlab.program.tcpdump;

/** Dumps bytes in hexadecimal: -x, -X, -A, and what has no printer of its own. */
final class Hex {
    private static final int ROW = 16;

    private final Printout out;

    Hex(Printout out) {
        this.out = out;
    }

    /** Rows of eight groups of two bytes. */
    void plain(String indent, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += ROW) {
            out.print(indent, offset(at), groups(bytes, at));
        }
    }

    /** The same, with the characters beside. */
    void withText(String indent, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += ROW) {
            StringBuilder text = new StringBuilder();
            for (int i = at; i < Math.min(bytes.length, at + ROW); i++) {
                text.append(bytes[i] > ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            out.print(indent, offset(at), String.format("%-40s", groups(bytes, at)), "  ", text);
        }
    }

    /** -A: as text; what is no character is a dot. */
    void text(byte[] bytes) {
        out.print("\n");
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            boolean lineEnd = b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (lineEnd) {
                continue;
            }
            out.print(b >= ' ' && b < 127 || b == '\t' || b == '\n' ? (char) b : '.');
        }
    }

    private static String offset(int at) {
        return String.format("0x%04x: ", at);
    }

    private static String groups(byte[] bytes, int from) {
        StringBuilder groups = new StringBuilder();
        for (int i = from; i < Math.min(bytes.length, from + ROW); i++) {
            groups.append(i % 2 == from % 2 ? " " : "").append(String.format("%02x", bytes[i]));
        }
        return groups.toString();
    }
}
