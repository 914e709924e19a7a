package org.vethlab.picture.topology;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG. */
final class Svg {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Text as it may stand in an element or an attribute. */
    static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An element with content to come, until {@link #close}. @param attributes name, value, name, value … */
    Svg open(String name, Object... attributes) {
        start(name, attributes);
        text.append('>');
        open.push(name);
        return this;
    }

    Svg close() {
        text.append("</").append(open.pop()).append('>');
        newLine();
        return this;
    }

    /** An element without content. */
    Svg empty(String name, Object... attributes) {
        start(name, attributes);
        text.append("/>");
        newLine();
        return this;
    }

    /** An element with text. */
    Svg text(String name, String content, Object... attributes) {
        start(name, attributes);
        text.append('>').append(escape(content)).append("</").append(name).append('>');
        newLine();
        return this;
    }

    private void newLine() {
        if (open.size() < 3) {
            text.append('\n');
        }
    }

    private void start(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            Object value = attributes[i + 1];
            text.append(value instanceof Double number ? Wire.number(number) : escape(value.toString()));
            text.append('"');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
