package org.vethlab.program.system;

import java.util.OptionalLong;
import org.vethlab.time.VirtualClock;

/** Lengths of time as coreutils read them: {@code 0.5}, {@code 2m}, {@code inf}. */
final class Interval {
    private static final double NANOS = 1e9;

    private Interval() {}

    /** In nanoseconds; {@link VirtualClock#NEVER} for what is endless; empty for what is no length of time. */
    static OptionalLong parse(String word) {
        String number = word;
        double unit = 1;
        if (!word.isEmpty()) {
            int at = "smhd".indexOf(word.charAt(word.length() - 1));
            if (at >= 0) {
                unit = new double[] {1, 60, 3600, 86400}[at];
                number = word.substring(0, word.length() - 1);
            }
        }
        if (number.equalsIgnoreCase("inf") || number.equalsIgnoreCase("infinity")) {
            return OptionalLong.of(VirtualClock.NEVER);
        }
        if (!startsLikeNumber(number)) {
            return OptionalLong.empty();
        }
        try {
            double seconds = Double.parseDouble(number) * unit;
            boolean endless = seconds * NANOS >= Long.MAX_VALUE;
            return seconds < 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(endless ? VirtualClock.NEVER : (long) Math.ceil(seconds * NANOS));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Java reads more than C does: {@code 1f}, {@code 1d}, {@code NaN}. */
    private static boolean startsLikeNumber(String number) {
        for (int i = 0; i < number.length(); i++) {
            if ("0123456789.eE+-".indexOf(number.charAt(i)) < 0) {
                return false;
            }
        }
        return !number.isEmpty();
    }
}
