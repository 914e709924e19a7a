package org.vethlab.program.iptables;

/** Counters in lists: exact, or in thousands once they are long (xtables_print_num). */
final class Amounts {
    private static final long LONGEST = 99_999;
    private static final String UNITS = "KMGT";

    private Amounts() {}

    static String text(long number, boolean exact) {
        if (exact) {
            return String.format("%8d ", number);
        }
        if (number <= LONGEST) {
            return String.format("%5d ", number);
        }
        long rounded = number;
        int unit = -1;
        while (unit < UNITS.length() - 1 && (unit < 0 || rounded > LONGEST / 10)) {
            rounded = (rounded + 500) / 1000;
            unit++;
        }
        return String.format("%4d%c ", rounded, UNITS.charAt(unit));
    }
}
