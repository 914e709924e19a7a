package org.vethlab.program.ip;

/** Numbers as C's {@code atoi} reads them: what comes first of the word, 0 if that is no number. */
final class CNumbers {
    private CNumbers() {}

    static int atoi(String word) {
        int i = 0;
        while (i < word.length() && Character.isWhitespace(word.charAt(i))) {
            i++;
        }
        boolean negative = i < word.length() && word.charAt(i) == '-';
        i += negative || i < word.length() && word.charAt(i) == '+' ? 1 : 0;
        long value = 0;
        for (; i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9'; i++) {
            value = Math.min(value * 10 + word.charAt(i) - '0', 1L << 40);
        }
        return (int) (negative ? -value : value);
    }

    /** The same put into a short. */
    static int toShort(String word) {
        return (short) atoi(word);
    }
}
