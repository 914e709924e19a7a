package org.vethlab.program.sysctl;

/**
 * A key of {@code sysctl}. Dots and slashes are exchanged for one another, so a device's name with a dot in it is written
 * with a slash: {@code net.ipv4.conf.eth0/5.rp_filter}. A key whose first separator is a slash is a path as it stands.
 */
record SysctlKey(String text) {
    static final String DIRECTORY = "/proc/sys/";
    private static final String REPEATED = ".*?[./][./].*";

    /** The file. */
    String path() {
        return DIRECTORY + exchange(text, '/');
    }

    /** The key as it is printed: with dots. */
    String dotted() {
        return exchange(text, '.');
    }

    /** A complaint about two separators in a row, from there on; empty if there are none. */
    String complaint() {
        if (!text.matches(REPEATED) || isPath(text, '/')) {
            return "";
        }
        int at = 0;
        while (!isSeparator(text.charAt(at)) || !isSeparator(text.charAt(at + 1))) {
            at++;
        }
        return "separators should not be repeated: " + text.substring(at);
    }

    private static String exchange(String text, char wanted) {
        if (isPath(text, wanted)) {
            return text;
        }
        StringBuilder exchanged = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            exchanged.append(c == '.' ? '/' : c == '/' ? '.' : c);
        }
        return exchanged.toString();
    }

    /** Whether the first separator is the wanted one already. */
    private static boolean isPath(String text, char wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text.charAt(i))) {
                return text.charAt(i) == wanted;
            }
        }
        return true;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '/';
    }
}
