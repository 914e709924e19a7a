package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QdiscOptions.Chance;
import org.vethlab.net.sched.QdiscOptions.Correlations;
import org.vethlab.net.sched.QdiscOptions.Distribution;
import org.vethlab.net.sched.QdiscOptions.LossModel;
import org.vethlab.net.sched.QdiscOptions.NetemRate;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** The words of netem (netem_parse_opt). A value that may follow does so if it begins with a digit. */
final class NetemParser {
    private static final String USAGE = "qdisc-netem";
    private static final long DEFAULT_LIMIT = 1000;
    private static final long MAXIMUM = 0xffff_ffffL;

    private final Arguments words;
    private final RateWords rates;
    private long limit = DEFAULT_LIMIT;
    private long latency;
    private long jitter;
    private long loss;
    private long gap;
    private long duplicate;
    private long delayCorrelation;
    private long lossCorrelation;
    private long duplicateCorrelation;
    private boolean correlated;
    private Optional<Chance> reorder = Optional.empty();
    private Optional<Chance> corrupt = Optional.empty();
    private Optional<NetemRate> rate = Optional.empty();
    private Optional<LossModel> lossModel = Optional.empty();
    private Optional<Distribution> distribution = Optional.empty();
    private boolean ecn;

    NetemParser(Arguments words, RateWords rates) {
        this.words = words;
        this.rates = rates;
    }

    QdiscOptions.Netem parse() {
        while (words.hasNext()) {
            String word = words.next();
            if (!takeQueue(word) && !takeChance(word) && !takeRest(word)) {
                throw word.equals("help") ? Complaints.usage(USAGE) : Complaints.unknown(word, USAGE);
            }
        }
        check();
        Optional<Correlations> correlations = correlated
                ? Optional.of(new Correlations(delayCorrelation, lossCorrelation, duplicateCorrelation))
                : Optional.empty();
        return new QdiscOptions.Netem(
                limit,
                latency,
                jitter,
                loss,
                gap,
                duplicate,
                correlations,
                reorder,
                corrupt,
                rate,
                lossModel,
                distribution,
                ecn);
    }

    private boolean takeQueue(String word) {
        if (matches(word, "limit")) {
            limit = Units.size(words.next()).orElseThrow(() -> Complaints.illegal("limit"));
        } else if (matches(word, "latency") || matches(word, "delay")) {
            takeDelay();
        } else if (matches(word, "loss") || matches(word, "drop")) {
            takeLoss();
        } else {
            return false;
        }
        return true;
    }

    private void takeDelay() {
        latency = ticks();
        if (numberFollows()) {
            jitter = ticks();
            if (numberFollows()) {
                correlated = true;
                delayCorrelation = percent("latency");
            }
        }
    }

    private long ticks() {
        OptionalLong ticks = Units.ticks(words.next());
        if (ticks.isPresent() && ticks.getAsLong() > MAXIMUM) {
            throw Complaints.plain(
                    "Illegal " + Units.microseconds(ticks.getAsLong()) + " time (too large)\nIllegal \"latency\"");
        }
        return ticks.orElseThrow(() -> Complaints.illegal("latency"));
    }

    private void takeLoss() {
        if (loss > 0 || lossModel.isPresent()) {
            throw Complaints.illegal("duplicate loss argument\n");
        }
        String model = words.peek();
        if (startsWithDigit(model)) {
            takeRandomLoss();
            return;
        }
        words.next();
        switch (model) {
            case "random" -> takeRandomLoss();
            case "state" -> lossModel = Optional.of(fourStates());
            case "gemodel" -> lossModel = Optional.of(gilbertElliott());
            default -> throw Complaints.plain("Unknown loss parameter: " + model);
        }
    }

    private void takeRandomLoss() {
        loss = percent("loss percent");
        if (numberFollows()) {
            correlated = true;
            lossCorrelation = percent("loss correlation");
        }
    }

    private LossModel fourStates() {
        double share = share("loss p13");
        long[] values = {Units.probability(1 - share), 0, MAXIMUM, 0};
        String[] names = {"loss p31", "loss p32", "loss p23", "loss p14"};
        for (int i = 0; i < values.length && numberFollows(); i++) {
            values[i] = percent(names[i]);
        }
        return new LossModel.FourStates(Units.probability(share), values[0], values[1], values[2], values[3]);
    }

    /** The user gives 1-h, the kernel takes h; left out, it is 0, which loses all in the bad state. */
    private LossModel gilbertElliott() {
        double share = share("loss gemodel p");
        long r = numberFollows() ? percent("loss gemodel r") : Units.probability(1 - share);
        long h = numberFollows() ? MAXIMUM - percent("loss gemodel h") : 0;
        long k = numberFollows() ? percent("loss gemodel k") : 0;
        return new LossModel.GilbertElliott(Units.probability(share), r, h, k);
    }

    private boolean takeChance(String word) {
        if (matches(word, "ecn")) {
            ecn = true;
        } else if (matches(word, "reorder")) {
            reorder = Optional.of(chance("reorder"));
        } else if (matches(word, "corrupt")) {
            corrupt = Optional.of(chance("corrupt"));
        } else if (matches(word, "gap")) {
            gap = Numbers.unsigned(words.next(), 32).orElseThrow(() -> Complaints.illegal("gap"));
        } else if (matches(word, "duplicate")) {
            duplicate = percent("duplicate");
            duplicateCorrelation = numberFollows() ? percent("duplicate") : duplicateCorrelation;
        } else {
            return false;
        }
        return true;
    }

    /** The correlation of these makes tc send the others too (TCA_NETEM_CORR). */
    private Chance chance(String what) {
        long probability = percent(what);
        correlated |= numberFollows();
        return new Chance(probability, numberFollows() ? percent(what) : 0);
    }

    private boolean takeRest(String word) {
        if (matches(word, "distribution")) {
            distribution = Optional.of(distribution(words.next()));
        } else if (matches(word, "rate")) {
            rate = Optional.of(rate());
        } else if (matches(word, "slot")) {
            throw CommandException.notSimulated("tc qdisc netem slot");
        } else {
            return false;
        }
        return true;
    }

    private static Distribution distribution(String name) {
        for (Distribution one : Distribution.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                return one;
            }
        }
        throw Complaints.plain("No distribution data for " + name + " (/usr/lib/x86_64-linux-gnu/tc//" + name
                + ".dist: No such file or directory)");
    }

    private NetemRate rate() {
        long bytes = rates.rate(words.next()).orElseThrow(() -> Complaints.illegal("rate"));
        int overhead = numberFollows() || minusFollows() ? integer() : 0;
        int cell = numberFollows() ? integer() : 0;
        int cellOverhead = numberFollows() || minusFollows() ? integer() : 0;
        return new NetemRate(bytes, overhead, cell, cellOverhead);
    }

    private int integer() {
        return Numbers.integer(words.next()).orElseThrow(() -> Complaints.illegal("rate"));
    }

    private boolean numberFollows() {
        return words.hasNext() && startsWithDigit(words.peek());
    }

    private boolean minusFollows() {
        return words.hasNext() && words.peek().startsWith("-");
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private long percent(String what) {
        return Units.probability(share(what));
    }

    private double share(String what) {
        OptionalDouble share = Units.share(words.next());
        return share.orElseThrow(() -> Complaints.illegal(what));
    }

    private void check() {
        if (reorder.filter(chance -> chance.probability() > 0).isPresent()) {
            if (latency == 0) {
                throw Complaints.withUsage("reordering not possible without specifying some delay", USAGE);
            }
            gap = gap == 0 ? 1 : gap;
        } else if (gap > 0) {
            throw Complaints.withUsage("gap specified without reorder probability", USAGE);
        }
        if (ecn && loss == 0 && lossModel.isEmpty()) {
            throw Complaints.withUsage("ecn requested without loss model", USAGE);
        }
        if (distribution.isPresent() && (latency == 0 || jitter == 0)) {
            throw Complaints.withUsage("distribution specified but no latency and jitter values", USAGE);
        }
    }
}
