package org.vethlab.picture.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/** Writes SVG. */
final class Svg {
    /** The smallest scale: the smallest letters are then as high as those of a footnote. */
    private static final double LEGIBLE = 0.75;

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Text as it may stand in an element or an attribute. */
    static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * An image for {@code text/html}. As an image it shows in every front end, also where a notebook is not trusted, when
     * JupyterLab takes inline SVG away; and no script in it could ever run. It shrinks with the page as far as its words
     * stay legible; then the page scrolls.
     */
    static String image(String svg, String alternative, int width) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img src=\"data:image/svg+xml;base64," + data + "\" alt=\"" + escape(alternative) + "\" width=\""
                + width + "\" style=\"max-width:100%;min-width:" + Math.round(LEGIBLE * width) + "px;height:auto\">";
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
