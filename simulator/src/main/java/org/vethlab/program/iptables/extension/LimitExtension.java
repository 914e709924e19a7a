package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.xt.LimitMatch;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;

/** {@code -m limit}. */
final class LimitExtension extends Extension<LimitMatch> {
    private static final Map<Integer, String> UNITS = Map.of(1, "sec", 60, "min", 3600, "hour", 86400, "day");
    private static final Map<Integer, String> NFT_UNITS = Map.of(1, "second", 60, "minute", 3600, "hour", 86400, "day");
    private static final List<Integer> SPANS = List.of(86400, 3600, 60, 1);
    private static final int USUAL_BURST = 5;

    /** XT_LIMIT_SCALE: parts of a second. */
    private static final long SCALE = 10_000;

    LimitExtension() {
        super("limit", LimitMatch.class, Flag.value("limit"), Flag.value("limit-burst"));
    }

    @Override
    public LimitMatch build(Given given) {
        String rate = given.value("limit").orElse("3/hour");
        int slash = rate.indexOf('/');
        int seconds = slash < 0 ? 1 : seconds(rate.substring(slash + 1), rate);
        long packets = Numbers.unsigned(slash < 0 ? rate : rate.substring(0, slash), 31)
                .orElse(0);
        if (packets == 0) {
            throw bad(rate);
        }
        if (packets / seconds > 10_000) {
            throw Failure.parameter("Rate too fast \"" + rate + "\"");
        }
        int burst = given.use("limit-burst")
                .map(use -> (int) given.number(use, 0, 10_000))
                .orElse(USUAL_BURST);
        return normal(packets, seconds, burst);
    }

    private static CommandException bad(String rate) {
        return Failure.parameter("bad rate \"" + rate + "\"'");
    }

    private static int seconds(String word, String rate) {
        List<String> names = List.of("second", "minute", "hour", "day");
        List<Integer> spans = List.of(1, 60, 3600, 86400);
        for (int i = 0; i < names.size(); i++) {
            if (!word.isEmpty() && names.get(i).startsWith(word.toLowerCase(Locale.ROOT))) {
                return spans.get(i);
            }
        }
        throw bad(rate);
    }

    /** Surprising: 60 a minute are kept as one a second: the kernel knows only the time between packets (print_rate). */
    private static LimitMatch normal(long packets, int seconds, int burst) {
        long period = SCALE * seconds / packets;
        int unit = SPANS.get(0);
        for (int span : SPANS.subList(1, SPANS.size())) {
            long time = SCALE * span;
            if (period > time || time / period < time % period) {
                break;
            }
            unit = span;
        }
        return new LimitMatch((int) (SCALE * unit / period), unit, burst);
    }

    private static String rate(LimitMatch match) {
        return match.packets() + "/" + UNITS.get(match.seconds());
    }

    @Override
    protected String listed(LimitMatch match, ListStyle style) {
        return " limit: avg " + rate(match) + " burst " + match.burst();
    }

    @Override
    protected String saved(LimitMatch match) {
        return " --limit " + rate(match) + (match.burst() == USUAL_BURST ? "" : " --limit-burst " + match.burst());
    }

    @Override
    protected Optional<String> translated(LimitMatch match) {
        String burst = match.burst() == USUAL_BURST ? "" : " burst " + match.burst() + " packets";
        return Optional.of("limit rate " + match.packets() + "/" + NFT_UNITS.get(match.seconds()) + burst);
    }
}
