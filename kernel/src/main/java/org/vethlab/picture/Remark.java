package org.vethlab.picture;

/**
 * What there is to say of a row, and how much the row stands out for it: never by colour alone.
 *
 * @param text a few words; empty if there is nothing to say
 */
public record Remark(Tone tone, String text) {
    public static final Remark NONE = new Remark(Tone.PLAIN, "");

    /** How a row is shown. */
    public enum Tone {
        PLAIN(""),
        /** This one it is. */
        CHOSEN("background-color:rgba(0,150,110,.2)"),
        /** This one could have been, and is not. */
        PASSED_OVER("opacity:.75;font-style:italic"),
        /** Here is what doesn't fit. */
        WRONG("background-color:rgba(245,124,0,.25)");

        // Plain colours, half transparent, suit every theme; var() and color-mix() fall to the sanitiser of untrusted
        // notebooks.
        private final String style;

        Tone(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    /** That something doesn't fit; nothing if the text is empty. */
    public static Remark wrong(String text) {
        return text.isEmpty() ? NONE : new Remark(Tone.WRONG, text);
    }
}
