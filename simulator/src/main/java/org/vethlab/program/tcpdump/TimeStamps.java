package org.vethlab.program.tcpdump;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** The time before each line, in the ways of -t to -ttttt. The lab's clock runs on UTC. */
final class TimeStamps {
    private final int style;
    private final boolean nanoseconds;
    private long first = -1;
    private long previous = -1;

    /** @param style how often -t was given */
    TimeStamps(int style, boolean nanoseconds) {
        this.style = style;
        this.nanoseconds = nanoseconds;
    }

    /** @param time nanoseconds since 1970 */
    String of(long time) {
        first = first < 0 ? time : first;
        long before = previous < 0 ? time : previous;
        previous = time;
        return switch (style) {
            case 0 -> ofDay(time) + " ";
            case 1 -> "";
            case 2 -> time / 1_000_000_000 + "." + fraction(time) + " ";
            case 3 -> since(before, time) + " ";
            case 4 -> date(time) + " " + ofDay(time) + " ";
            default -> since(first, time) + " ";
        };
    }

    private String since(long start, long time) {
        long difference = nanoseconds ? time - start : time / 1000 * 1000 - start / 1000 * 1000;
        return (difference < 0 ? "-" : " ") + ofDay(Math.abs(difference));
    }

    private String ofDay(long time) {
        long seconds = time / 1_000_000_000 % 86400;
        return String.format(Locale.ROOT, "%02d:%02d:%02d.", seconds / 3600, seconds % 3600 / 60, seconds % 60)
                + fraction(time);
    }

    private String fraction(long time) {
        long nanos = time % 1_000_000_000;
        return nanoseconds
                ? String.format(Locale.ROOT, "%09d", nanos)
                : String.format(Locale.ROOT, "%06d", nanos / 1000);
    }

    private static String date(long time) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(time / 1_000_000_000), ZoneOffset.UTC);
        return String.format(
                Locale.ROOT, "%04d-%02d-%02d", local.getYear(), local.getMonthValue(), local.getDayOfMonth());
    }
}
