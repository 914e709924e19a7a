package org.vethlab.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What HTML needs. */
public final class Html {
    /** The smallest scale of a drawing: its smallest letters are then as high as those of a footnote. */
    private static final double LEGIBLE = 0.75;

    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A drawing, as an image whose address holds the whole of it: inline SVG falls to the sanitiser of a notebook that is
     * not trusted yet, an image stays, and moves; and no script in it could ever run. It doesn't see the page's CSS
     * variables, but {@code @media (prefers-color-scheme: dark)} in it follows JupyterLab's theme. It should paint its own
     * ground, as not every front end does that. It shrinks with the page as far as it stays legible; then the page scrolls.
     *
     * @param alternative what a screen reader says instead of it
     * @param width in pixels
     */
    public static String image(String svg, String alternative, int width) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        String size = "max-width:100%;min-width:" + Math.round(LEGIBLE * width) + "px;height:auto";
        return "<img src=\"data:image/svg+xml;base64," + data + "\" alt=\"" + escape(alternative) + "\" width=\""
                + width + "\" style=\"" + size + "\">";
    }
}
