package org.vethlab.program.ip;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** Reads a route's metrics: {@code mtu lock 1400}, {@code rtt 30ms}, … */
final class RouteMetricsParser {
    /** Keywords that must be written out; the others may be abbreviated. */
    private static final Set<RouteMetric> WHOLE_WORDS =
            EnumSet.of(RouteMetric.MTU, RouteMetric.HOPLIMIT, RouteMetric.ADVMSS, RouteMetric.RTT, RouteMetric.RTO_MIN);

    private static final Set<RouteMetric> SWITCHES = EnumSet.of(RouteMetric.QUICKACK, RouteMetric.FASTOPEN_NO_COOKIE);

    private static final Set<RouteMetric> WITHOUT_LOCK =
            EnumSet.of(RouteMetric.FEATURES, RouteMetric.QUICKACK, RouteMetric.FASTOPEN_NO_COOKIE, RouteMetric.RTO_MIN);

    private final Map<RouteMetric, Long> values = new EnumMap<>(RouteMetric.class);
    private final Set<RouteMetric> locked = EnumSet.noneOf(RouteMetric.class);
    private String congestionControl = "";

    RouteMetrics result() {
        return new RouteMetrics(values, values.isEmpty() ? Set.of() : locked, congestionControl);
    }

    /** Takes the metric that a word names, with its value; false if the word names none. */
    boolean parse(String word, Arguments words) {
        if (Arguments.matches(word, "congctl") && !find(word).isPresent()) {
            words.takeIf("lock");
            congestionControl = words.next();
            return true;
        }
        Optional<RouteMetric> found = find(word);
        found.ifPresent(metric -> parse(metric, words));
        return found.isPresent();
    }

    private static Optional<RouteMetric> find(String word) {
        for (RouteMetric metric : RouteMetric.values()) {
            boolean named = WHOLE_WORDS.contains(metric)
                    ? word.equals(metric.text())
                    : Arguments.matches(word, metric.text()) && !isShadowed(word);
            if (named) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    /** {@code r} means realms to iproute2's order of keywords, {@code re} reordering, {@code s} is nothing of ours. */
    private static boolean isShadowed(String word) {
        return word.equals("src") || word.equals("from") || word.equals("scope");
    }

    private void parse(RouteMetric metric, Arguments words) {
        if (!WITHOUT_LOCK.contains(metric) && words.takeIf("lock")) {
            locked.add(metric);
        }
        String word = words.next();
        values.put(metric, read(metric, word));
    }

    private long read(RouteMetric metric, String word) {
        return switch (metric) {
            case FEATURES -> {
                if (!word.equals("ecn")) {
                    throw CommandException.wrong(word, "\"features\" value not valid\n");
                }
                yield 1;
            }
            case RTT -> time(metric, word, 8);
            case RTTVAR -> time(metric, word, 4);
            case RTO_MIN -> {
                locked.add(metric);
                yield time(metric, word, 1);
            }
            default -> number(metric, word);
        };
    }

    private static long number(RouteMetric metric, String word) {
        OptionalLong number = Numbers.unsigned(word, 32);
        boolean tooLarge = metric == RouteMetric.HOPLIMIT && number.orElse(0) > 255;
        if (number.isEmpty() || tooLarge) {
            String name = metric == RouteMetric.ADVMSS ? "mss" : metric.text();
            throw CommandException.wrong(word, "\"" + name + "\" value is invalid\n");
        }
        if (SWITCHES.contains(metric) && number.getAsLong() > 1) {
            throw CommandException.wrong(word, "\"" + metric.text() + "\" value should be 0 or 1\n");
        }
        return number.getAsLong();
    }

    /** A time without a unit is taken as it is, in fractions of a millisecond (get_time_rtt). */
    private static long time(RouteMetric metric, String word, int fractions) {
        int unit = 0;
        while (unit < word.length() && (Character.isDigit(word.charAt(unit)) || word.charAt(unit) == '.')) {
            unit++;
        }
        try {
            double value = Double.parseDouble(word.substring(0, unit));
            return switch (word.substring(unit).toLowerCase(Locale.ROOT)) {
                case "" -> (long) Math.ceil(value);
                case "s", "sec", "secs" -> (long) Math.ceil(value * 1000) * fractions;
                case "ms", "msec", "msecs" -> (long) Math.ceil(value) * fractions;
                default -> throw new NumberFormatException(word);
            };
        } catch (NumberFormatException e) {
            throw CommandException.wrong(word, "\"" + metric.text() + "\" value is invalid\n");
        }
    }
}
