package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QueueReport;
import org.vethlab.program.Arguments;
import org.vethlab.view.Printer;

/** fq_codel: fair queueing with controlled delay. */
final class FqCodelKind implements QdiscKind {
    @Override
    public String name() {
        return "fq_codel";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        return Optional.of(new Parser(words).parse());
    }

    /** Zeros count as left out. */
    private static final class Parser {
        private final Arguments words;
        private final Settings settings;
        private OptionalLong limit = OptionalLong.empty();
        private OptionalLong flows = OptionalLong.empty();
        private OptionalLong quantum = OptionalLong.empty();
        private OptionalLong target = OptionalLong.empty();
        private OptionalLong interval = OptionalLong.empty();
        private OptionalLong memory = OptionalLong.empty();
        private OptionalLong threshold = OptionalLong.empty();
        private OptionalLong batch = OptionalLong.empty();
        private Optional<Boolean> ecn = Optional.empty();

        Parser(Arguments words) {
            this.words = words;
            this.settings = new Settings(words, "qdisc-fq_codel");
        }

        QdiscOptions.FairQueueCodel parse() {
            while (words.hasNext()) {
                take(words.next());
            }
            return new QdiscOptions.FairQueueCodel(
                    limit, flows, quantum, target, interval, memory, ecn, threshold, batch);
        }

        private void take(String word) {
            switch (word) {
                case "limit" -> limit = settings.number(word);
                case "flows" -> flows = settings.number(word);
                case "quantum" -> quantum = settings.number(word);
                case "drop_batch" -> batch = settings.number(word);
                case "target" -> target = settings.time(word);
                case "interval" -> interval = settings.time(word);
                case "ce_threshold" -> threshold = settings.time(word);
                case "memory_limit" -> memory = settings.size(word);
                case "ecn" -> ecn = Optional.of(true);
                case "noecn" -> ecn = Optional.of(false);
                default -> throw settings.unknown(word);
            }
        }
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof QdiscOptions.FairQueueCodel queue)) {
            return;
        }
        Printer out = fields.out();
        out.field("limit", "limit %sp ", queue.limit().orElse(0));
        out.field("flows", "flows %s ", queue.flows().orElse(0));
        out.field("quantum", "quantum %s ", queue.quantum().orElse(0));
        fields.time("target", queue.target());
        fields.time("ce_threshold", queue.ceThreshold());
        fields.time("interval", queue.interval());
        fields.size("memory_limit", "memory_limit ", queue.memoryLimit().orElse(0), " ");
        if (queue.ecn().orElse(false)) {
            out.flag("ecn", "ecn ");
        }
        out.field("drop_batch", "drop_batch %s ", queue.dropBatch().orElse(0));
    }

    @Override
    public void printReport(QueueReport report, Fields fields) {
        if (report instanceof QueueReport.FairQueueCodel queue) {
            Printer out = fields.out();
            out.field("maxpacket", "  maxpacket %s", queue.maxPacket());
            out.field("drop_overlimit", " drop_overlimit %s", queue.dropOverLimit());
            out.field("new_flow_count", " new_flow_count %s", queue.newFlowCount());
            out.field("ecn_mark", " ecn_mark %s", 0);
            out.newline();
            out.field("new_flows_len", "  new_flows_len %s", 0);
            out.field("old_flows_len", " old_flows_len %s", 0);
            out.newline();
        }
    }
}
