package org.vethlab.capture.layer;

import java.nio.charset.StandardCharsets;
import org.vethlab.wire.ByteReader;

/** What no layer explains. */
final class Data {
    private static final int SHOWN = 64;

    private Data() {}

    static void parse(ByteReader in, Dissection out) {
        byte[] bytes = in.rest();
        if (bytes.length == 0) {
            return;
        }
        String text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.ISO_8859_1);
        if (text.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t')) {
            out.field("Text", text.replace("\r", "\\r").replace("\n", "\\n") + (bytes.length > SHOWN ? "…" : ""));
        }
        out.field("Length", bytes.length);
        out.layer("Data (" + bytes.length + (bytes.length == 1 ? " byte)" : " bytes)"));
    }
}
