package org.vethlab.program.system;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** strftime(3) with GNU date's additions, in UTC and the C locale. */
final class DateFormat {
    private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"
    };

    private final LocalDateTime time;
    private final long epochSecond;

    private DateFormat(Instant instant) {
        this.time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        this.epochSecond = instant.getEpochSecond();
    }

    static String format(String format, Instant instant) {
        return new DateFormat(instant).expand(format);
    }

    /** {@code %}, flags of {@code -_0^#}, a width, colons of {@code %:z}, a letter. */
    private String expand(String format) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                return text.append(format, at, format.length()).toString();
            }
            text.append(format, at, percent);
            int end = percent + 1;
            while (end < format.length() && "-_0^#:123456789".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end == format.length()) {
                return text.append(format, percent, end).toString();
            }
            text.append(field(format.substring(percent + 1, end), format.charAt(end)));
            at = end + 1;
        }
        return text.toString();
    }

    private String field(String flags, char letter) {
        if (letter == 'N') {
            String digits = padded(time.get(ChronoField.NANO_OF_SECOND), 9, '0');
            int width = width(flags);
            return width == 0 ? digits : digits.substring(0, Math.min(9, width));
        }
        String value = number(flags, letter);
        if (value.isEmpty()) {
            value = word(flags, letter);
        }
        return flags.contains("^") ? value.toUpperCase(Locale.ROOT) : value;
    }

    private static int width(String flags) {
        int width = 0;
        for (int i = 0; i < flags.length(); i++) {
            char c = flags.charAt(i);
            if (c >= '1' && c <= '9' || c == '0' && width > 0) {
                width = width * 10 + c - '0';
            }
        }
        return width;
    }

    private String number(String flags, char letter) {
        int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (letter) {
            case 'C' -> padded(flags, time.getYear() / 100, 2, '0');
            case 'd' -> padded(flags, time.getDayOfMonth(), 2, '0');
            case 'e' -> padded(flags, time.getDayOfMonth(), 2, ' ');
            case 'G' -> padded(flags, time.get(IsoFields.WEEK_BASED_YEAR), 4, '0');
            case 'g' -> padded(flags, time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2, '0');
            case 'H' -> padded(flags, time.getHour(), 2, '0');
            case 'I' -> padded(flags, hour12, 2, '0');
            case 'j' -> padded(flags, time.getDayOfYear(), 3, '0');
            case 'k' -> padded(flags, time.getHour(), 2, ' ');
            case 'l' -> padded(flags, hour12, 2, ' ');
            case 'M' -> padded(flags, time.getMinute(), 2, '0');
            case 'm' -> padded(flags, time.getMonthValue(), 2, '0');
            case 'q' -> padded(flags, (time.getMonthValue() + 2) / 3, 1, '0');
            case 'S' -> padded(flags, time.getSecond(), 2, '0');
            case 's' -> padded(flags, epochSecond, 1, '0');
            case 'U' -> padded(flags, week(DayOfWeek.SUNDAY), 2, '0');
            case 'u' -> padded(flags, time.getDayOfWeek().getValue(), 1, '0');
            case 'V' -> padded(flags, time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
            case 'W' -> padded(flags, week(DayOfWeek.MONDAY), 2, '0');
            case 'w' -> padded(flags, time.getDayOfWeek().getValue() % 7, 1, '0');
            case 'Y' -> padded(flags, time.getYear(), 4, '0');
            case 'y' -> padded(flags, time.getYear() % 100, 2, '0');
            default -> "";
        };
    }

    private String word(String flags, char letter) {
        boolean morning = time.get(ChronoField.AMPM_OF_DAY) == 0;
        String day = DAYS[time.getDayOfWeek().getValue() - 1];
        String month = MONTHS[time.getMonthValue() - 1];
        return switch (letter) {
            case '%' -> "%";
            case 'A' -> day;
            case 'a' -> day.substring(0, 3);
            case 'B' -> month;
            case 'b', 'h' -> month.substring(0, 3);
            case 'c' -> expand("%a %b %e %H:%M:%S %Y");
            case 'D', 'x' -> expand("%m/%d/%y");
            case 'F' -> expand("%Y-%m-%d");
            case 'n' -> "\n";
            case 'P' -> morning ? "am" : "pm";
            case 'p' -> flags.contains("#") ? (morning ? "am" : "pm") : (morning ? "AM" : "PM");
            case 'R' -> expand("%H:%M");
            case 'r' -> expand("%I:%M:%S %p");
            case 'T', 'X' -> expand("%H:%M:%S");
            case 't' -> "\t";
            case 'Z' -> "UTC";
            case 'z' -> flags.contains(":") ? "+00:00" : "+0000";
            default -> "%" + flags + letter;
        };
    }

    /** Weeks of the year, the first one beginning with the first such day. */
    private int week(DayOfWeek first) {
        int sinceFirst = (time.getDayOfWeek().getValue() - first.getValue() + 7) % 7;
        return (time.getDayOfYear() - 1 - sinceFirst + 7) / 7;
    }

    private static String padded(String flags, long value, int width, char pad) {
        char filler = flags.contains("_") ? ' ' : flags.startsWith("0") ? '0' : pad;
        return flags.contains("-") ? Long.toString(value) : padded(value, Math.max(width, width(flags)), filler);
    }

    private static String padded(long value, int width, char pad) {
        String digits = Long.toString(value);
        return String.valueOf(pad).repeat(Math.max(0, width - digits.length())) + digits;
    }
}
