package org.vethlab.program.nft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as {@code 1d2h3m4s500ms}. */
final class TimeText {
    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|[dhms])");
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private TimeText() {}

    /** @return milliseconds */
    static long parse(Token token) {
        String text = token.text();
        Matcher matcher = PART.matcher(text);
        long millis = 0;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            millis += Long.parseLong(matcher.group(1)) * unit(matcher.group(2));
            end = matcher.end();
        }
        if (end < text.length() || end == 0) {
            throw new NftException(token.at(), "can't parse time: invalid time unit");
        }
        return millis;
    }

    private static long unit(String name) {
        return switch (name) {
            case "d" -> DAY;
            case "h" -> HOUR;
            case "m" -> MINUTE;
            case "s" -> SECOND;
            default -> 1;
        };
    }

    static String print(long millis) {
        StringBuilder out = new StringBuilder();
        append(out, millis / DAY, "d");
        append(out, millis % DAY / HOUR, "h");
        append(out, millis % HOUR / MINUTE, "m");
        append(out, millis % MINUTE / SECOND, "s");
        append(out, millis % SECOND, "ms");
        return out.isEmpty() ? "0s" : out.toString();
    }

    private static void append(StringBuilder out, long count, String unit) {
        if (count > 0) {
            out.append(count).append(unit);
        }
    }
}
