package org.vethlab.program.text;

/** The natural order of {@code sort -V} and {@code ls -v}: runs of digits count as numbers, a tilde as less than nothing. */
final class VersionOrder {
    private VersionOrder() {}

    static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            while (isOther(left, i) || isOther(right, j)) {
                int order = weight(left, i++) - weight(right, j++);
                if (order != 0) {
                    return order;
                }
            }
            int leftEnd = digitsEnd(left, i);
            int rightEnd = digitsEnd(right, j);
            int order = number(
                    left.substring(Math.min(i, leftEnd), leftEnd), right.substring(Math.min(j, rightEnd), rightEnd));
            if (order != 0) {
                return order;
            }
            i = leftEnd;
            j = rightEnd;
        }
        return 0;
    }

    private static boolean isOther(String text, int at) {
        return at < text.length() && !isDigit(text.charAt(at));
    }

    private static int weight(String text, int at) {
        if (at >= text.length() || isDigit(text.charAt(at))) {
            return 0;
        }
        char c = text.charAt(at);
        return c == '~' ? -1 : Character.isLetter(c) ? c : c + 256;
    }

    private static int digitsEnd(String text, int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int number(String left, String right) {
        String a = left.replaceFirst("^0+", "");
        String b = right.replaceFirst("^0+", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
