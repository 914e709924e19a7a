package org.vethlab.program.nft;

import java.util.Optional;

/** Finds the name that was probably meant (string_misspell_update). */
final class Misspelling<T> {
    private final String typed;
    private int best = Integer.MAX_VALUE;
    private Optional<T> meant = Optional.empty();

    Misspelling(String typed) {
        this.typed = typed;
    }

    Optional<T> meant() {
        return meant;
    }

    void consider(String name, T what) {
        int longer = Math.max(name.length(), typed.length());
        int shorter = Math.min(name.length(), typed.length());
        if (longer <= 1) {
            return;
        }
        int allowed = longer - shorter <= 1 ? Math.max((longer + 2) / 3, 1) : (longer + 4) / 3;
        int distance = distance(name, typed);
        if (distance <= allowed && distance < best) {
            best = distance;
            meant = Optional.of(what);
        }
    }

    /**
     * The distance of Wagner and Fischer, with two quirks of nft that change what it suggests: the rows of its table
     * overlap by one cell, and letters are compared one place too far.
     */
    private static int distance(String a, String b) {
        int width = b.length();
        int[] table = new int[(a.length() + 1) * (width + 1)];
        for (int i = 0; i <= a.length(); i++) {
            table[i * width] = i;
        }
        for (int j = 0; j <= width; j++) {
            table[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= width; j++) {
                table[i * width + j] = cell(table, a, b, i, j);
            }
        }
        return table[a.length() * width + width];
    }

    private static int cell(int[] table, String a, String b, int i, int j) {
        int width = b.length();
        int change = letter(a, i) == letter(b, j) ? 0 : 1;
        int least = Math.min(table[(i - 1) * width + j] + 1, table[i * width + j - 1] + 1);
        least = Math.min(least, table[(i - 1) * width + j - 1] + change);
        boolean swapped = i > 1 && j > 1 && letter(a, i) == letter(b, j - 1) && letter(a, i - 1) == letter(b, j);
        return swapped ? Math.min(least, table[(i - 2) * width + j - 2] + change) : least;
    }

    private static char letter(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }
}
