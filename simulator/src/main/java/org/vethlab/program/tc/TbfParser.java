package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.RateSpec;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** The words of tbf (tbf_parse_opt). */
final class TbfParser {
    private final Arguments words;
    private final RateWords rates;
    private long limit;
    private long latency;
    private long peak;

    TbfParser(Arguments words, RateWords rates) {
        this.words = words;
        this.rates = rates;
    }

    QdiscOptions.TokenBucket parse() {
        while (words.hasNext()) {
            String word = words.next();
            if (!takeQueue(word) && !takeRate(word) && !takeShape(word)) {
                throw word.equals("help")
                        ? Complaints.usage("qdisc-tbf")
                        : Complaints.withUsage("tbf: unknown parameter \"" + word + "\"", "qdisc-tbf");
            }
        }
        require();
        RateSpec rate = rates.spec(rates.rate, rates.burst);
        Optional<RateSpec> peakRate = peak == 0 ? Optional.empty() : Optional.of(rates.spec(peak, rates.mtu));
        return new QdiscOptions.TokenBucket(rate, peakRate, limit == 0 ? limitForLatency() : limit);
    }

    private boolean takeQueue(String word) {
        if (matches(word, "limit")) {
            once(limit, "limit");
            if (latency != 0) {
                throw Complaints.plain("tbf: specifying both \"latency\" and \"limit\" is not allowed");
            }
            limit = value("limit", Units.size(words.peek()));
        } else if (matches(word, "latency")) {
            once(latency, "latency");
            if (limit != 0) {
                throw Complaints.plain("tbf: specifying both \"limit\" and \"/latency\" is not allowed");
            }
            latency = value("latency", Units.time(words.peek()));
        } else {
            return false;
        }
        return true;
    }

    private boolean takeRate(String word) {
        if (matches(word, "burst") || word.equals("buffer") || word.equals("maxburst")) {
            once(rates.burst, "buffer/burst/maxburst");
            rates.burst = value(word, RateWords.size(words.peek()));
        } else if (word.equals("mtu") || word.equals("minburst")) {
            once(rates.mtu, "mtu/minburst");
            rates.mtu = value(word, RateWords.size(words.peek()));
        } else if (word.equals("rate")) {
            once(rates.rate, "rate");
            rates.rate = value("rate", rates.rate(words.peek()));
        } else if (matches(word, "peakrate")) {
            once(peak, "peakrate");
            peak = value("peakrate", rates.rate(words.peek()));
        } else {
            return false;
        }
        return true;
    }

    private boolean takeShape(String word) {
        if (word.equals("mpu")) {
            once(rates.mpu, "mpu");
            rates.mpu = value("mpu", Units.size(words.peek()));
        } else if (matches(word, "overhead")) {
            once(rates.overhead, "overhead");
            rates.overhead = (int) value("overhead", Numbers.unsigned(words.peek(), 16));
        } else if (matches(word, "linklayer")) {
            String layer = words.next();
            rates.atm = RateWords.linklayer(layer, illegal("linklayer", layer));
        } else {
            return false;
        }
        return true;
    }

    private static void once(long value, String what) {
        if (value != 0) {
            throw Complaints.plain("tbf: duplicate \"" + what + "\" specification");
        }
    }

    private long value(String what, OptionalLong value) {
        String word = words.next();
        return value.orElseThrow(() -> illegal(what, word));
    }

    private static CommandException illegal(String what, String word) {
        return Complaints.plain("tbf: illegal value for \"" + what + "\": \"" + word + "\"");
    }

    /** All that is missing is told at once. */
    private void require() {
        List<String> missing = new ArrayList<>();
        if (rates.rate == 0) {
            missing.add("tbf: the \"rate\" parameter is mandatory.");
        }
        if (rates.burst == 0) {
            missing.add("tbf: the \"burst\" parameter is mandatory.");
        }
        if (peak != 0 && rates.mtu == 0) {
            missing.add("tbf: when \"peakrate\" is specified, \"mtu\" must also be specified.");
        }
        if (limit == 0 && latency == 0) {
            missing.add("tbf: either \"limit\" or \"latency\" is required.");
        }
        if (!missing.isEmpty()) {
            throw Complaints.withUsage(String.join("\n", missing), "qdisc-tbf");
        }
    }

    private long limitForLatency() {
        double bytes = rates.rate * (double) latency / 1e6 + rates.burst;
        if (peak != 0) {
            bytes = Math.min(bytes, peak * (double) latency / 1e6 + rates.mtu);
        }
        return (long) bytes;
    }
}
