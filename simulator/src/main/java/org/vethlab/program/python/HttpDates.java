package org.vethlab.program.python;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as web servers write them; all are in UTC. */
final class HttpDates {
    private static final DateTimeFormatter LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    /** @param nanos since 1970 */
    static String log(long nanos) {
        return LOG.format(Instant.ofEpochSecond(nanos / 1_000_000_000L));
    }

    static String header(long nanos) {
        return HEADER.format(Instant.ofEpochSecond(nanos / 1_000_000_000L));
    }
}
