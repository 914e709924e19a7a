package org.vethlab.view;

/** What {@code ip -color} paints (enum color_attr), with the escape sequence for a light background. */
public enum Color {
    IFNAME("\033[36m"),
    MAC("\033[33m"),
    INET("\033[35m"),
    INET6("\033[34m"),
    OPERSTATE_UP("\033[32m"),
    OPERSTATE_DOWN("\033[31m"),
    NONE("");

    private final String escape;

    Color(String escape) {
        this.escape = escape;
    }

    String paint(String text) {
        return this == NONE ? text : escape + text + "\033[0m";
    }

    /** The colour of an address, by its look. */
    public static Color ofAddress(String address) {
        return address.indexOf(':') < 0 ? INET : INET6;
    }

    /** The colour of RFC 2863 states; only UP and DOWN have one. */
    public static Color ofOperState(String state) {
        return switch (state) {
            case "UP" -> OPERSTATE_UP;
            case "DOWN" -> OPERSTATE_DOWN;
            default -> NONE;
        };
    }
}
