package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QueueReport;
import org.vethlab.program.Arguments;
import org.vethlab.view.Printer;

/** fq: fair queueing with pacing. */
final class FqKind implements QdiscKind {
    private static final long NO_RATE = 0xffff_ffffL;

    @Override
    public String name() {
        return "fq";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        return Optional.of(new Parser(words).parse());
    }

    private static final class Parser {
        private final Arguments words;
        private final Settings settings;
        private OptionalLong limit = OptionalLong.empty();
        private OptionalLong flowLimit = OptionalLong.empty();
        private OptionalLong buckets = OptionalLong.empty();
        private OptionalLong orphanMask = OptionalLong.empty();
        private OptionalLong quantum = OptionalLong.empty();
        private OptionalLong initialQuantum = OptionalLong.empty();
        private OptionalLong maxRate = OptionalLong.empty();
        private OptionalLong lowRate = OptionalLong.empty();
        private OptionalLong refill = OptionalLong.empty();
        private OptionalLong horizon = OptionalLong.empty();
        private Optional<Boolean> pacing = Optional.empty();
        private Optional<Boolean> horizonDrop = Optional.empty();

        Parser(Arguments words) {
            this.words = words;
            this.settings = new Settings(words, "qdisc-fq");
        }

        QdiscOptions.FairQueue parse() {
            while (words.hasNext()) {
                take(words.next());
            }
            return new QdiscOptions.FairQueue(
                    limit,
                    flowLimit,
                    buckets,
                    orphanMask,
                    quantum,
                    initialQuantum,
                    maxRate,
                    lowRate,
                    refill,
                    OptionalLong.empty(),
                    horizon,
                    pacing,
                    horizonDrop);
        }

        private void take(String word) {
            switch (word) {
                case "limit" -> limit = settings.number(word);
                case "flow_limit" -> flowLimit = settings.number(word);
                case "buckets" -> buckets = powerOfTwo(settings.number(word).orElse(0));
                case "maxrate" -> maxRate = settings.rate(word);
                case "low_rate_threshold" -> lowRate = settings.rate(word);
                case "quantum" -> quantum = settings.number(word);
                case "initial_quantum" -> initialQuantum = settings.number(word);
                case "orphan_mask" -> orphanMask = settings.number("initial_quantum");
                case "refill_delay" -> refill = settings.time(word);
                case "horizon" -> horizon = settings.time(word);
                case "pacing" -> pacing = Optional.of(true);
                case "nopacing" -> pacing = Optional.of(false);
                case "horizon_drop" -> horizonDrop = Optional.of(true);
                case "horizon_cap" -> horizonDrop = Optional.of(false);
                default -> throw settings.unknown(word);
            }
        }

        private static OptionalLong powerOfTwo(long least) {
            return least == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(least == 1 ? 1 : Long.highestOneBit(least - 1) << 1);
        }
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof QdiscOptions.FairQueue queue)) {
            return;
        }
        Printer out = fields.out();
        out.field("limit", "limit %sp ", queue.limit().orElse(0));
        out.field("flow_limit", "flow_limit %sp ", queue.flowLimit().orElse(0));
        out.field("buckets", "buckets %s ", queue.buckets().orElse(0));
        out.field("orphan_mask", "orphan_mask %s ", queue.orphanMask().orElse(0));
        if (!queue.pacing().orElse(true)) {
            fields.both("pacing", "nopacing ", false);
        }
        fields.size("quantum", "quantum ", queue.quantum().orElse(0), " ");
        fields.size(
                "initial_quantum", "initial_quantum ", queue.initialQuantum().orElse(0), " ");
        if (queue.maxRate().orElse(NO_RATE) != NO_RATE) {
            fields.rate("maxrate", "maxrate ", queue.maxRate().getAsLong(), " ");
        }
        fields.rate(
                "low_rate_threshold",
                "low_rate_threshold ",
                queue.lowRateThreshold().orElse(0),
                " ");
        fields.time("refill_delay", queue.refillDelay());
        long slack = queue.timerSlack().orElse(0);
        fields.both("timer_slack", "timer_slack " + Units.showNanoseconds(slack) + " ", slack);
        fields.time("horizon", queue.horizon());
        String late = queue.horizonDrop().orElse(true) ? "horizon_drop" : "horizon_cap";
        out.empty(late, late + " ");
    }

    @Override
    public void printReport(QueueReport report, Fields fields) {
        if (report instanceof QueueReport.FairQueue queue) {
            Printer out = fields.out();
            out.field("flows", "  flows %s", queue.flows());
            out.field("inactive", " (inactive %s", 0);
            out.field("throttled", " throttled %s)", 0);
            out.newline();
            out.field("gc", "  gc %s", 0);
            out.field("highprio", " highprio %s", 0);
            out.field("throttled", " throttled %s", 0);
            out.newline();
        }
    }
}
