package org.vethlab.picture.topology;

import java.util.Locale;

/**
 * The mark of a packet. Not only its colour says of what kind the packet is, its shape does, too: a disc asks, a square
 * answers, a diamond is ARP, a cross is lost.
 */
final class Badge {
    private static final double LETTER = 6.7;
    private static final int BESIDE = 13;
    private static final int BETWEEN = 22;

    private Badge() {}

    static String classes(Flight.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + " rim";
    }

    /** Draws one with its middle where the drawing's origin is. */
    static void draw(Svg svg, Flight.Kind kind, int number) {
        shape(svg, kind);
        String style = kind == Flight.Kind.ARP ? "onarp" : "on";
        svg.text("text", Integer.toString(number), "class", style, "y", 0.5);
    }

    private static void shape(Svg svg, Flight.Kind kind) {
        String classes = classes(kind);
        switch (kind) {
            case REQUEST, OTHER -> svg.empty("circle", "class", classes, "r", 8.5);
            case REPLY -> svg.empty("rect", "class", classes, "x", -8, "y", -8, "width", 16, "height", 16, "rx", 2);
            case ARP -> svg.empty("path", "class", classes, "d", "M0,-11 L11,0 L0,11 L-11,0 z");
            case LOST ->
                svg.empty(
                        "path",
                        "class",
                        classes,
                        "d",
                        "M-12,-9 L-9,-12 L0,-7.5 L9,-12 L12,-9 L7.5,0 L12,9 L9,12 L0,7.5 L-9,12 L-12,9 L-7.5,0 z");
        }
    }

    /** Says what a shape means. @return how wide that is, with the room to the next */
    static int explain(Svg svg, Flight.Kind kind, int x, int y) {
        svg.open("g", "transform", "translate(" + x + "," + y + ") scale(.7)");
        shape(svg, kind);
        svg.close();
        String word = kind == Flight.Kind.ARP ? "ARP" : kind.name().toLowerCase(Locale.ROOT);
        svg.text("text", word, "class", "caption", "x", x + BESIDE, "y", y);
        return BESIDE + (int) (word.length() * LETTER) + BETWEEN;
    }
}
