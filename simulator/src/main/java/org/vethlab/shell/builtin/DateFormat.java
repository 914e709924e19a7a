package org.vethlab.shell.builtin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** strftime(3), in UTC and the C locale. */
final class DateFormat {
    private DateFormat() {}

    static String format(String pattern, long seconds) {
        ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                text.append(field(pattern.charAt(++i), time));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String field(char letter, ZonedDateTime time) {
        return switch (letter) {
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 's' -> Long.toString(time.toEpochSecond());
            case 'F' -> with("yyyy-MM-dd", time);
            case 'T', 'X' -> with("HH:mm:ss", time);
            case 'R' -> with("HH:mm", time);
            case 'D', 'x' -> with("MM/dd/yy", time);
            case 'c' -> with("EEE MMM ppd HH:mm:ss yyyy", time);
            case 'Y' -> with("yyyy", time);
            case 'y' -> with("yy", time);
            case 'm' -> with("MM", time);
            case 'd' -> with("dd", time);
            case 'e' -> with("ppd", time);
            case 'H' -> with("HH", time);
            case 'I' -> with("hh", time);
            case 'M' -> with("mm", time);
            case 'S' -> with("ss", time);
            case 'p' -> with("a", time).toUpperCase(Locale.ROOT);
            case 'a' -> with("EEE", time);
            case 'A' -> with("EEEE", time);
            case 'b', 'h' -> with("MMM", time);
            case 'B' -> with("MMMM", time);
            case 'j' -> with("DDD", time);
            case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
            case 'Z' -> "UTC";
            case 'z' -> "+0000";
            default -> "%" + letter;
        };
    }

    private static String with(String pattern, ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }
}
