package org.vethlab.program.system;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** date(1) of coreutils, in UTC: a lab has no other time zone. The date is that of the virtual clock. */
public final class Date implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "date=d",
            "debug",
            "file=f",
            "iso-8601=I",
            "reference=r",
            "rfc-email=R",
            "rfc-822=R",
            "rfc-2822=R",
            "rfc-3339:",
            "resolution",
            "set=s",
            "uct=u",
            "utc=u",
            "universal=u",
            "help",
            "version");
    private static final Map<String, String> ISO_8601 = Map.of(
            "", "%Y-%m-%d",
            "date", "%Y-%m-%d",
            "hours", "%Y-%m-%dT%H%:z",
            "minutes", "%Y-%m-%dT%H:%M%:z",
            "seconds", "%Y-%m-%dT%H:%M:%S%:z",
            "ns", "%Y-%m-%dT%H:%M:%S,%N%:z");
    private static final Map<String, String> RFC_3339 = Map.of(
            "date", "%Y-%m-%d",
            "seconds", "%Y-%m-%d %H:%M:%S%:z",
            "ns", "%Y-%m-%d %H:%M:%S.%N%:z");

    @Override
    public String name() {
        return "date";
    }

    @Override
    public String summary() {
        return "print or set the system date and time";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("date", "d:f:I::r:Rs:u", LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (words.has("s")) {
            throw CommandException.notSimulated("date --set");
        }
        String format = "%a %b %e %H:%M:%S %Z %Y";
        for (String word : words.operands()) {
            if (!word.startsWith("+")) {
                return context.fail(1, "date: invalid date ‘" + word + "’");
            }
            format = word.substring(1);
        }
        Instant instant = instant(context, words);
        context.out().println(DateFormat.format(namedFormat(words).orElse(format), instant));
        return 0;
    }

    private static Optional<String> namedFormat(GetOpt.Result words) {
        if (words.has("I")) {
            return Optional.of(ISO_8601.getOrDefault(words.last("I").orElse(""), "%Y-%m-%d"));
        }
        if (words.has("R")) {
            return Optional.of("%a, %d %b %Y %H:%M:%S %z");
        }
        return words.last("rfc-3339").map(word -> RFC_3339.getOrDefault(word, "%Y-%m-%d"));
    }

    private static Instant instant(Context context, GetOpt.Result words) {
        long nanos = context.clock().date();
        Instant now = Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
        return words.last("d").map(word -> parse(word.strip(), now)).orElse(now);
    }

    /** {@code now}, {@code @SECONDS}, {@code 2026-01-05}, {@code 2026-01-05 09:00:00}. */
    private static Instant parse(String word, Instant now) {
        if (word.isEmpty() || word.equals("now") || word.equals("today")) {
            return now;
        }
        try {
            if (word.startsWith("@")) {
                return Instant.ofEpochMilli(Math.round(Double.parseDouble(word.substring(1)) * 1000));
            }
            String iso = word.replace(' ', 'T');
            return LocalDateTime.parse(iso.contains("T") ? iso : iso + "T00:00:00")
                    .toInstant(ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            throw new CommandException(1, "date: invalid date ‘" + word + "’");
        }
    }
}
