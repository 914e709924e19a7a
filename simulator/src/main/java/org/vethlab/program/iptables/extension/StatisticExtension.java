package org.vethlab.program.iptables.extension;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.filter.xt.StatisticMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m statistic}. */
final class StatisticExtension extends Extension<StatisticMatch> {
    private static final double SCALE = 0x8000_0000L;

    StatisticExtension() {
        super(
                "statistic",
                StatisticMatch.class,
                Flag.value("mode"),
                Flag.invertible("probability"),
                Flag.invertible("every"),
                Flag.value("packet"));
    }

    @Override
    public StatisticMatch build(Given given) {
        String mode = given.required("mode").value();
        if (mode.equals("random")) {
            Given.Use use = given.use("probability")
                    .orElseThrow(() -> Failure.parameter(
                            "statistic match: when in random mode, `--probability' must be specified"));
            return StatisticMatch.random(Math.round(probability(use.value()) * SCALE), use.inverted());
        }
        if (!mode.equals("nth")) {
            throw Failure.parameter("Bad mode \"" + mode + "\"");
        }
        Given.Use every = given.use("every")
                .orElseThrow(() -> Failure.parameter("statistic match: when in nth mode, `--every' must be specified"));
        int packet = given.use("packet")
                .map(use -> (int) given.number(use, 0, Integer.MAX_VALUE))
                .orElse(0);
        int count = (int) given.number(every, 1, Integer.MAX_VALUE);
        if (packet >= count) {
            throw Failure.parameter("the --packet p must be 0 <= p <= n-1");
        }
        return StatisticMatch.nth(count, packet, every.inverted());
    }

    private static double probability(String word) {
        double value = word.matches("[0-9]*\\.?[0-9]+") ? Double.parseDouble(word) : -1;
        if (value < 0 || value > 1) {
            throw Failure.parameter("statistic: bad value for option \"--probability\", or out of range (0-1).\n");
        }
        return value;
    }

    private static String text(StatisticMatch match, String prefix) {
        String not = match.isInverted() ? " !" : "";
        if (match.isRandom()) {
            return " " + prefix + "mode random" + not + " " + prefix + "probability "
                    + String.format(Locale.ROOT, "%.11f", match.probability());
        }
        return " " + prefix + "mode nth" + not + " " + prefix + "every " + match.every();
    }

    @Override
    protected String listed(StatisticMatch match, ListStyle style) {
        String packet = match.packet() != 0 ? " packet " + match.packet() : "";
        return " statistic" + text(match, "") + (match.isRandom() ? "" : packet);
    }

    @Override
    protected String saved(StatisticMatch match) {
        return text(match, "--") + (match.isRandom() ? "" : " --packet " + match.packet());
    }

    @Override
    protected Optional<String> translated(StatisticMatch match) {
        if (match.isRandom()) {
            long bound = Math.round(match.probability() * SCALE);
            return Optional.of("meta random & 2147483647 " + (match.isInverted() ? ">= " : "< ") + bound);
        }
        return Optional.of("numgen inc mod " + match.every() + (match.isInverted() ? " != " : " ") + match.packet());
    }
}
