package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes JSON as libjansson does: a blank behind commas and colons, everything on one line. */
final class JsonText {
    private JsonText() {}

    /** {@code null}. */
    static final String NULL = "null";

    static String string(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String array(List<String> parts) {
        return "[" + String.join(", ", parts) + "]";
    }

    /** One of them alone goes without brackets. */
    static String arrayOrOne(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : array(parts);
    }

    static String object(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(string(name) + ": " + value));
        return "{" + String.join(", ", parts) + "}";
    }

    static String object(String name, String value) {
        return "{" + string(name) + ": " + value + "}";
    }
}
