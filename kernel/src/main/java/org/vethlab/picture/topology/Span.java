package org.vethlab.picture.topology;

/** A piece of text in one style. The font has a fixed pitch, so its width is known without asking a font. */
record Span(String text, Style style) {
    /** How it looks. The lower-case name is its class in the style sheet. */
    enum Style {
        TITLE(13, 0),
        SUBTITLE(10, 0),
        NAME(12, 0),
        ADDRESS(11, 0),
        CHIP(10, 5),
        VLAN(10, 5),
        STATE(10, 5),
        NEW(10, 5),
        CHANGED(10, 5),
        GONE(10, 5);

        private final int size;
        private final int padding;

        Style(int size, int padding) {
            this.size = size;
            this.padding = padding;
        }

        int size() {
            return size;
        }

        int padding() {
            return padding;
        }

        /** Whether it stands in a little box of its own. */
        boolean isChip() {
            return padding > 0;
        }
    }

    /** Advance of a letter in the usual monospaced fonts, in ems; the narrower ones leave a little room. */
    private static final double ADVANCE = 0.605;

    int width() {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * ADVANCE * style.size) + 2 * style.padding;
    }

    static Span of(Change change) {
        return new Span(
                change.withSign(),
                switch (change.mark()) {
                    case NEW -> Style.NEW;
                    case CHANGED -> Style.CHANGED;
                    case GONE -> Style.GONE;
                });
    }
}
