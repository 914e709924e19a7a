package org.vethlab.program.tc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates, sizes, times and percentages as tc reads and prints them (lib/utils.c, lib/utils_math.c). */
final class Units {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** Suffixes of rates, without regard to case; the factor makes bits of them. */
    private static final Map<String, Double> RATES = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("bit", 1.0),
            Map.entry("kibit", 0x1p10),
            Map.entry("kbit", 1e3),
            Map.entry("mibit", 0x1p20),
            Map.entry("mbit", 1e6),
            Map.entry("gibit", 0x1p30),
            Map.entry("gbit", 1e9),
            Map.entry("tibit", 0x1p40),
            Map.entry("tbit", 1e12),
            Map.entry("bps", 8.0),
            Map.entry("kibps", 0x1p13),
            Map.entry("kbps", 8e3),
            Map.entry("mibps", 0x1p23),
            Map.entry("mbps", 8e6),
            Map.entry("gibps", 0x1p33),
            Map.entry("gbps", 8e9),
            Map.entry("tibps", 0x1p43),
            Map.entry("tbps", 8e12));

    /** Suffixes of sizes in bytes; kbit and its kin count 1024 here. */
    private static final Map<String, Double> SIZES = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("b", 1.0),
            Map.entry("k", 0x1p10),
            Map.entry("kb", 0x1p10),
            Map.entry("m", 0x1p20),
            Map.entry("mb", 0x1p20),
            Map.entry("g", 0x1p30),
            Map.entry("gb", 0x1p30),
            Map.entry("kbit", 0x1p7),
            Map.entry("mbit", 0x1p17),
            Map.entry("gbit", 0x1p27));

    /** Suffixes of times; the factor makes microseconds of them. */
    private static final Map<String, Double> TIMES = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("s", 1e6),
            Map.entry("sec", 1e6),
            Map.entry("secs", 1e6),
            Map.entry("ms", 1e3),
            Map.entry("msec", 1e3),
            Map.entry("msecs", 1e3),
            Map.entry("us", 1.0),
            Map.entry("usec", 1.0),
            Map.entry("usecs", 1.0));

    private static final long U32_MAX = 0xffff_ffffL;
    private static final double MICROSECONDS = 1e6;

    /** A tick is 64 ns. */
    private static final double TICKS_IN_MICROSECOND = 1000 / 64.0;

    private static final String[] RATE_PREFIXES = {"", "K", "M", "G", "T"};

    private Units() {}

    private static OptionalDouble scaled(String word, Map<String, Double> suffixes) {
        Matcher number = NUMBER.matcher(word);
        if (!number.lookingAt()) {
            return OptionalDouble.empty();
        }
        Double factor = suffixes.get(word.substring(number.end()).toLowerCase(Locale.ROOT));
        return factor == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(number.group()) * factor);
    }

    /** Bytes per second (get_rate64). */
    static OptionalLong rate(String word) {
        OptionalDouble bits = scaled(word, RATES);
        return bits.isEmpty() ? OptionalLong.empty() : OptionalLong.of((long) (bits.getAsDouble() / 8));
    }

    /** Bytes, at most 32 bits of them (get_size). */
    static OptionalLong size(String word) {
        OptionalDouble bytes = scaled(word, SIZES);
        return bytes.isEmpty() || bytes.getAsDouble() > U32_MAX || bytes.getAsDouble() < 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) bytes.getAsDouble());
    }

    /** Microseconds (get_time). */
    static OptionalLong time(String word) {
        OptionalDouble time = scaled(word, TIMES);
        return time.isEmpty() ? OptionalLong.empty() : OptionalLong.of((long) time.getAsDouble() & U32_MAX);
    }

    /** Ticks of a time; a number too large for the kernel is left out. */
    static OptionalLong ticks(String word) {
        OptionalLong time = time(word);
        return time.isEmpty() ? time : OptionalLong.of((long) (time.getAsLong() * TICKS_IN_MICROSECOND));
    }

    static long microseconds(long ticks) {
        return (long) (ticks / TICKS_IN_MICROSECOND);
    }

    /** A share of one, from {@code 30%} or, just as well, {@code 30} (parse_percent). */
    static OptionalDouble share(String word) {
        OptionalDouble percent = scaled(word, Map.of("", 1.0, "%", 1.0));
        return percent.isEmpty() || percent.getAsDouble() < 0 || percent.getAsDouble() > 100
                ? OptionalDouble.empty()
                : OptionalDouble.of(percent.getAsDouble() / 100);
    }

    /** A probability in 32 bits. */
    static long probability(double share) {
        return (long) Math.rint(share * U32_MAX);
    }

    /** How long so many bytes take, in ticks (tc_calc_xmittime). */
    static long transmitTicks(long rate, long bytes) {
        return (long) Math.floor(Math.floor(MICROSECONDS * ((double) bytes / rate)) * TICKS_IN_MICROSECOND);
    }

    /** How many bytes go in so many ticks (tc_calc_xmitsize). */
    static long transmitBytes(long rate, long ticks) {
        return (long) ((double) rate * microseconds(ticks) / MICROSECONDS);
    }

    /** {@code 10Mbit}: a larger unit as soon as nothing is lost, or the number has grown too long. */
    static String showRate(long bytesPerSecond, boolean iec) {
        long kilo = iec ? 1024 : 1000;
        long rate = bytesPerSecond << 3;
        int unit = 0;
        while (unit < RATE_PREFIXES.length - 1
                && Long.compareUnsigned(rate, kilo) >= 0
                && (Long.remainderUnsigned(rate, kilo) == 0 || Long.compareUnsigned(rate, 1000 * kilo) >= 0)) {
            rate = Long.divideUnsigned(rate, kilo);
            unit++;
        }
        return Long.toUnsignedString(rate) + RATE_PREFIXES[unit] + (iec ? "i" : "") + "bit";
    }

    /** {@code 1600b}, {@code 4Kb}: a larger unit if that is nearly right. */
    static String showSize(long bytes) {
        double kilo = 0x1p10;
        double mega = 0x1p20;
        if (bytes >= mega && Math.abs(mega * Math.rint(bytes / mega) - bytes) < 1024) {
            return general(Math.rint(bytes / mega)) + "Mb";
        }
        if (bytes >= kilo && Math.abs(kilo * Math.rint(bytes / kilo) - bytes) < 16) {
            return general(Math.rint(bytes / kilo)) + "Kb";
        }
        return bytes + "b";
    }

    /** {@code 1.5ms}, with three digits. */
    static String showTime(long microseconds) {
        if (microseconds >= MICROSECONDS) {
            return general(microseconds / MICROSECONDS, 3) + "s";
        }
        return microseconds >= 1000 ? general(microseconds / 1e3, 3) + "ms" : microseconds + "us";
    }

    static String showTicks(long ticks) {
        return showTime(microseconds(ticks));
    }

    /** {@code 10us} of nanoseconds (sprint_time64). */
    static String showNanoseconds(long nanoseconds) {
        if (nanoseconds < 1000) {
            return nanoseconds + "ns";
        }
        if (nanoseconds < 1_000_000) {
            return general(nanoseconds / 1e3, 3) + "us";
        }
        return nanoseconds < 1_000_000_000 ? general(nanoseconds / 1e6, 3) + "ms" : general(nanoseconds / 1e9, 3) + "s";
    }

    static String showPercent(long probability) {
        return general(100.0 * probability / U32_MAX) + "%";
    }

    static GeneralNumber fraction(long probability) {
        return new GeneralNumber((double) probability / U32_MAX);
    }

    /** C's {@code %g}. */
    static String general(double value) {
        return general(value, 6);
    }

    private static String general(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
