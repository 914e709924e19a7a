package org.vethlab.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;

/**
 * Something to show, in two forms that say the same.
 *
 * @param text plain: for terminals, tests and screen readers
 * @param mime what the rich form is: {@code text/html}, {@code text/markdown}
 * @param rich needs no script and no network, and is legible in light and dark themes
 * @param narrow the text for a terminal of so many columns
 */
public record Picture(String text, String mime, String rich, IntFunction<String> narrow) {
    public static Picture html(String text, String html) {
        return new Picture(text, "text/html", html, width -> Wrap.text(text, width));
    }

    /**
     * A drawing, as an image whose address holds the whole of it: inline SVG falls to the sanitiser of a notebook that is
     * not trusted yet, an image stays, and moves. It doesn't see the page's CSS variables, but {@code @media
     * (prefers-color-scheme: dark)} in it follows JupyterLab's theme. It should paint its own ground, as not every front
     * end does that.
     *
     * @param title what a screen reader says instead of it
     */
    public static Picture svg(String text, String title, String svg) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return html(
                text,
                "<img alt=\"" + Html.escape(title) + "\" style=\"max-width:100%\" src=\"data:image/svg+xml;base64,"
                        + data + "\">");
    }

    public static Picture markdown(String markdown) {
        return new Picture(markdown, "text/markdown", markdown, width -> Wrap.text(markdown, width));
    }
}
