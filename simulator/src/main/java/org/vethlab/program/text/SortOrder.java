package org.vethlab.program.text;

import java.math.BigDecimal;
import java.util.Comparator;

/** How sort compares two texts: its ordering options, as letters. */
record SortOrder(String letters) {
    private static final String UNITS = "KMGTPEZY";
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    boolean has(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    boolean isDefault() {
        return letters.isEmpty();
    }

    int compare(String left, String right) {
        int order = upright(has('b') ? left.stripLeading() : left, has('b') ? right.stripLeading() : right);
        return has('r') ? -order : order;
    }

    private int upright(String left, String right) {
        if (has('n')) {
            return number(left).compareTo(number(right));
        }
        if (has('h')) {
            return Comparator.comparingInt(SortOrder::unit)
                    .thenComparing(SortOrder::number)
                    .compare(left, right);
        }
        if (has('g')) {
            return Double.compare(general(left), general(right));
        }
        if (has('M')) {
            return Integer.compare(month(left), month(right));
        }
        if (has('V')) {
            return VersionOrder.compare(left, right);
        }
        return bytes(fold(left), fold(right));
    }

    private String fold(String text) {
        if (!has('f') && !has('d') && !has('i')) {
            return text;
        }
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean kept = (!has('d') || Character.isLetterOrDigit(c) || c == ' ' || c == '\t')
                    && (!has('i') || c >= ' ' && c < 127);
            if (kept) {
                folded.append(has('f') ? Character.toUpperCase(c) : c);
            }
        }
        return folded.toString();
    }

    /** The order of C.UTF-8: by code point. */
    static int bytes(String left, String right) {
        int n = Math.min(left.length(), right.length());
        for (int i = 0; i < n; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(left.codePointAt(i), right.codePointAt(i));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** The number at the beginning; 0 if there is none. */
    private static BigDecimal number(String text) {
        String number = beginning(text);
        return number.isEmpty() ? BigDecimal.ZERO : new BigDecimal(number);
    }

    private static String beginning(String text) {
        String stripped = text.stripLeading();
        int at = stripped.startsWith("-") ? 1 : 0;
        int digits = 0;
        boolean point = false;
        int end = at;
        for (; end < stripped.length(); end++) {
            char c = stripped.charAt(end);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        String number = stripped.substring(0, end);
        return digits == 0 ? "" : number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
    }

    /** K, M, G, …: the unit outweighs the number, and the sign turns it round. */
    private static int unit(String text) {
        String number = beginning(text);
        String rest = text.stripLeading().substring(number.length());
        int unit = rest.isEmpty() ? 0 : UNITS.indexOf(Character.toUpperCase(rest.charAt(0))) + 1;
        return number(text).signum() * unit;
    }

    private static double general(String text) {
        String stripped = text.strip();
        for (int end = Math.min(40, stripped.length()); end > 0; end--) {
            try {
                return Double.parseDouble(stripped.substring(0, end));
            } catch (NumberFormatException e) {
                // a shorter beginning may be a number
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    private static int month(String text) {
        String stripped = text.stripLeading();
        if (stripped.length() < 3) {
            return -1;
        }
        int at = MONTHS.indexOf(stripped.substring(0, 3).toUpperCase(java.util.Locale.ROOT));
        return at % 3 == 0 ? at / 3 : -1;
    }
}
