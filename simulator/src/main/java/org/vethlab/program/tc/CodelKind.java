package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QueueReport;
import org.vethlab.program.Arguments;

/** codel: controlled delay. */
final class CodelKind implements QdiscKind {
    @Override
    public String name() {
        return "codel";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        Settings settings = new Settings(words, "qdisc-codel");
        OptionalLong limit = OptionalLong.empty();
        OptionalLong target = OptionalLong.empty();
        OptionalLong interval = OptionalLong.empty();
        OptionalLong threshold = OptionalLong.empty();
        Optional<Boolean> ecn = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "limit" -> limit = settings.number(word);
                case "target" -> target = settings.time(word);
                case "interval" -> interval = settings.time(word);
                case "ce_threshold" -> threshold = settings.time(word);
                case "ecn" -> ecn = Optional.of(true);
                case "noecn" -> ecn = Optional.of(false);
                default -> throw settings.unknown(word);
            }
        }
        return Optional.of(new QdiscOptions.Codel(limit, target, interval, ecn, threshold));
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (options instanceof QdiscOptions.Codel codel) {
            fields.out().field("limit", "limit %sp ", codel.limit().orElse(0));
            fields.time("target", codel.target());
            fields.time("ce_threshold", codel.ceThreshold());
            fields.time("interval", codel.interval());
            if (codel.ecn().orElse(false)) {
                fields.out().flag("ecn", "ecn ");
            }
        }
    }

    @Override
    public void printReport(QueueReport report, Fields fields) {
        if (report instanceof QueueReport.Codel codel) {
            fields.out().field("count", "  count %s", 0);
            fields.out().field("lastcount", " lastcount %s", 0);
            fields.both("ldelay", " ldelay 0us", 0);
            fields.both("drop_next", " drop_next 0us", 0);
            fields.out().newline();
            fields.out().field("maxpacket", "  maxpacket %s", codel.maxPacket());
            fields.out().field("ecn_mark", " ecn_mark %s", 0);
            fields.out().field("drop_overlimit", " drop_overlimit %s", codel.dropOverLimit());
            fields.out().newline();
        }
    }
}
