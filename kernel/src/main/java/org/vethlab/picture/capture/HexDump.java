package org.vethlab.picture.capture;

import org.vethlab.picture.Html;

/** Bytes, sixteen to a line, as Wireshark shows them. */
final class HexDump {
    private static final int LINE = 16;

    private HexDump() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < bytes.length; start += LINE) {
            text.append(String.format("%04x  ", start));
            StringBuilder characters = new StringBuilder();
            for (int i = start; i < start + LINE; i++) {
                text.append(i < bytes.length ? String.format("%02x ", bytes[i]) : "   ");
                boolean printable = i < bytes.length && bytes[i] >= ' ' && bytes[i] < 127;
                characters.append(i >= bytes.length ? "" : printable ? Character.toString(bytes[i]) : ".");
            }
            text.append("  ").append(characters).append('\n');
        }
        return Html.escape(text.toString());
    }
}
