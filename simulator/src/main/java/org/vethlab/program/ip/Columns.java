package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of counters, right-aligned and as wide as their longest number (size_columns, print_num). */
final class Columns {
    private static final String DECIMAL_PREFIXES = "kMGTPE";

    private final IpOptions options;
    private final List<Integer> widths = new ArrayList<>();

    /** @param heads one word for each column, which is at least as wide */
    Columns(IpOptions options, String... heads) {
        this.options = options;
        for (String head : heads) {
            widths.add(head.length());
        }
    }

    void fit(List<Long> row) {
        for (int i = 0; i < row.size() && options.humanReadable == 0; i++) {
            widths.set(i, Math.max(widths.get(i), Long.toString(row.get(i)).length()));
        }
    }

    /** Heads of the columns, the first one narrower by what stands before it. */
    String heads(int before, String... heads) {
        StringBuilder line = new StringBuilder(pad(heads[0], widths.get(0) - before));
        for (int i = 1; i < heads.length; i++) {
            line.append(' ').append(pad(heads[i], widths.get(i)));
        }
        return line.append(' ').toString();
    }

    /** Heads that leave the first column empty. */
    String errorHeads(List<String> heads) {
        StringBuilder line = new StringBuilder(pad("", widths.get(0) - 10));
        for (int i = 0; i < heads.size(); i++) {
            line.append(' ').append(pad(heads.get(i), widths.get(i + 1)));
        }
        return line.toString();
    }

    String numbers(List<Long> row) {
        return numbers(row, 0);
    }

    String errorNumbers(List<Long> row) {
        return pad("", widths.get(0) + 5) + numbers(row, 1);
    }

    private String numbers(List<Long> row, int firstColumn) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(pad(number(row.get(i)), widths.get(firstColumn + i))).append(' ');
        }
        return line.toString();
    }

    /** With {@code -h} three or four significant digits and a prefix. */
    private String number(long count) {
        int base = options.iec ? 1024 : 1000;
        if (options.humanReadable == 0 || count < base) {
            return Long.toString(count);
        }
        long power = base;
        int prefix = 0;
        while (prefix < DECIMAL_PREFIXES.length() - 1 && count / power >= base) {
            power *= base;
            prefix++;
        }
        long whole = count / power;
        int precision = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
        String digits = String.format(Locale.ROOT, "%." + precision + "f", (double) count / power);
        return digits + DECIMAL_PREFIXES.charAt(prefix) + (options.iec ? "i" : "");
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
