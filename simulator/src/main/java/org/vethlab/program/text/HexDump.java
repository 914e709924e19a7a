package org.vethlab.program.text;

import java.util.Arrays;

/** Bytes sixteen a line, with their offset; equal lines are folded into a star. */
final class HexDump {
    /** How one line is written. */
    interface Line {
        String of(byte[] all, int from, int end);
    }

    private HexDump() {}

    static String lines(byte[] all, int width, boolean fold, Line line) {
        StringBuilder text = new StringBuilder();
        boolean folded = false;
        for (int from = 0; from < all.length; from += width) {
            int end = Math.min(all.length, from + width);
            boolean same =
                    fold && from > 0 && end - from == width && Arrays.equals(all, from, end, all, from - width, from);
            if (!same) {
                text.append(line.of(all, from, end));
            } else if (!folded) {
                text.append("*\n");
            }
            folded = same;
        }
        return text.toString();
    }

    static char printable(byte value) {
        return value >= ' ' && value < 127 ? (char) value : '.';
    }
}
