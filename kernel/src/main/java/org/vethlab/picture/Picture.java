package org.vethlab.picture;

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

    public static Picture markdown(String markdown) {
        return new Picture(markdown, "text/markdown", markdown, width -> Wrap.text(markdown, width));
    }
}
