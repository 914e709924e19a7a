package org.vethlab.picture;

/**
 * Something to show, in two forms that say the same.
 *
 * @param text plain: for terminals, tests and screen readers
 * @param mime what the rich form is: {@code text/html}, {@code text/markdown}
 * @param rich needs no script and no network, and is legible in light and dark themes
 */
public record Picture(String text, String mime, String rich) {
    public static Picture html(String text, String html) {
        return new Picture(text, "text/html", html);
    }

    public static Picture markdown(String markdown) {
        return new Picture(markdown, "text/markdown", markdown);
    }
}
