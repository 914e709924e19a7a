package org.vethlab.shell.run;

import java.util.Locale;
import org.vethlab.shell.syntax.Command.Timing;

/** {@code time}: how long a pipeline took. A simulated processor is never busy, so user and system time are zero. */
final class Stopwatch {
    private final Interpreter shell;
    private final Timing timing;
    private final long start;

    Stopwatch(Interpreter shell, Timing timing) {
        this.shell = shell;
        this.timing = timing;
        this.start = shell.process().machine().clock().now();
    }

    void print() {
        if (timing == Timing.NONE) {
            return;
        }
        long took = shell.process().machine().clock().now() - start;
        String format = timing == Timing.POSIX
                ? "real %2R\nuser %2U\nsys %2S"
                : shell.variables().value("TIMEFORMAT").orElse("\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS");
        if (!format.isEmpty()) {
            shell.messages().line(filled(format, took));
        }
    }

    private static String filled(String format, long took) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                text.append(format.charAt(i));
                continue;
            }
            int digits = 3;
            i++;
            if (Character.isDigit(format.charAt(i)) && i + 1 < format.length()) {
                digits = Math.min(3, format.charAt(i++) - '0');
            }
            boolean minutes = format.charAt(i) == 'l' && i + 1 < format.length();
            i += minutes ? 1 : 0;
            text.append(field(format.charAt(i), took, digits, minutes));
        }
        return text.toString();
    }

    private static String field(char kind, long took, int digits, boolean minutes) {
        return switch (kind) {
            case '%' -> "%";
            case 'R' -> duration(took, digits, minutes);
            case 'U', 'S' -> duration(0, digits, minutes);
            case 'P' -> String.format(Locale.ROOT, "%." + digits + "f", 0.0);
            default -> String.valueOf(kind);
        };
    }

    private static String duration(long nanos, int digits, boolean minutes) {
        double seconds = nanos / 1e9;
        if (!minutes) {
            return String.format(Locale.ROOT, "%." + digits + "f", seconds);
        }
        long whole = (long) (seconds / 60);
        return whole + "m" + String.format(Locale.ROOT, "%." + digits + "fs", seconds - whole * 60);
    }
}
