package org.vethlab.shell.run;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vethlab.shell.syntax.Command.Timing;

/** {@code time}: how long a pipeline took. A simulated processor is never busy, so user and system time are zero. */
final class Stopwatch {
    private static final Pattern FIELD = Pattern.compile("%([0-9]?)(l?)([RUSP%])");

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

    /** TIMEFORMAT: {@code %[digits][l]R} and its kin; {@code %%} is a percent sign. */
    private static String filled(String format, long took) {
        return FIELD.matcher(format).replaceAll(field -> {
            int digits = field.group(1).isEmpty() ? 3 : Math.min(3, Integer.parseInt(field.group(1)));
            boolean minutes = !field.group(2).isEmpty();
            return field(field.group(3).charAt(0), took, digits, minutes);
        });
    }

    private static String field(char kind, long took, int digits, boolean minutes) {
        return switch (kind) {
            case '%' -> "%";
            case 'R' -> duration(took, digits, minutes);
            case 'U', 'S' -> duration(0, digits, minutes);
            default -> String.format(Locale.ROOT, "%." + digits + "f", 0.0);
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
