package org.vethlab.picture.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are written. */
final class Times {
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter ARRIVAL =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss.nnnnnnnnn 'UTC'", Locale.ROOT);

    private Times() {}

    /** Seconds, to the microsecond. */
    static String seconds(long nanos) {
        return String.format("%d.%06d", nanos / SECOND, nanos % SECOND / 1000);
    }

    static String arrival(long nanos) {
        return ARRIVAL.format(
                Instant.ofEpochSecond(nanos / SECOND, nanos % SECOND).atOffset(ZoneOffset.UTC));
    }
}
