package org.vethlab.program.ifconfig;

import java.util.Comparator;

/** Names with numbers in them in the order that people expect: {@code eth2} before {@code eth10} (net-tools' nstrcmp). */
final class NaturalOrder implements Comparator<String> {
    @Override
    public int compare(String first, String second) {
        int i = 0;
        int digits = 0;
        int shorter = Math.min(first.length(), second.length());
        while (i < shorter && first.charAt(i) == second.charAt(i)) {
            i++;
            if (!isDigit(first, i - 1)) {
                digits = i;
            }
        }
        if (isDigit(first, i) && isDigit(second, i)) {
            return Long.compare(number(first, digits), number(second, digits));
        }
        return Integer.compare(at(first, i), at(second, i));
    }

    private static int at(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isDigit(String text, int index) {
        return at(text, index) >= '0' && at(text, index) <= '9';
    }

    private static long number(String text, int start) {
        int end = start;
        while (isDigit(text, end) && end - start < 18) {
            end++;
        }
        return end == start ? 0 : Long.parseLong(text.substring(start, end));
    }
}
