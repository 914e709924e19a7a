package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.ClassOptions;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.RateSpec;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** htb: a hierarchy of token buckets. */
final class HtbKind implements QdiscKind {
    private static final String USAGE = "qdisc-htb";

    @Override
    public String name() {
        return "htb";
    }

    /** The default class is hexadecimal, as classes are. */
    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        long rateToQuantum = 10;
        int defaultClass = 0;
        OptionalLong directLength = OptionalLong.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (matches(word, "r2q")) {
                rateToQuantum = number(words.next(), "r2q");
            } else if (matches(word, "default")) {
                defaultClass = (int) number("0x" + words.next().replaceFirst("^0[xX]", ""), "default");
            } else if (matches(word, "debug")) {
                words.next();
            } else if (matches(word, "direct_qlen")) {
                directLength = OptionalLong.of(number(words.next(), "direct_qlen"));
            } else if (!matches(word, "offload")) {
                throw Complaints.unknown(word, USAGE);
            }
        }
        return Optional.of(new QdiscOptions.Htb(rateToQuantum, defaultClass, directLength, 0));
    }

    static long number(String word, String what) {
        OptionalLong number = Numbers.unsigned(word, 32);
        return number.orElseThrow(() -> illegal(what));
    }

    static CommandException illegal(String what) {
        return Complaints.withUsage("Illegal \"" + what + "\"", USAGE);
    }

    @Override
    public ClassOptions parseClass(Arguments words, TcContext tc, String device) {
        return new HtbClassParser(words, new RateWords(tc, device)).parse();
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (options instanceof QdiscOptions.Htb htb) {
            Printer out = fields.out();
            out.field("r2q", "r2q %s", htb.rateToQuantum());
            fields.hex("default", " default ", Integer.toUnsignedLong(htb.defaultClass()));
            out.field("direct_packets_stat", " direct_packets_stat %s", htb.directPackets());
            if (tc.options().details) {
                out.field("ver", " ver %s", "3.17");
            }
            out.field("direct_qlen", " direct_qlen %s", htb.directQueueLength().orElse(0));
        }
    }

    @Override
    public void printClass(ClassOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof ClassOptions.Htb htb)) {
            return;
        }
        boolean details = tc.options().details;
        Printer out = fields.out();
        if (htb.level() == 0) {
            out.text("prio " + htb.priority() + " ");
            out.text(details ? "quantum " + htb.quantum() + " " : "");
        }
        RateSpec rate = htb.rate();
        RateSpec ceil = htb.ceil();
        boolean iec = tc.options().iec;
        out.text("rate " + Units.showRate(rate.rate(), iec) + " ");
        out.text(rate.overhead() > 0 ? "overhead " + rate.overhead() + " " : "");
        out.text("ceil " + Units.showRate(ceil.rate(), iec) + " ");
        out.text(rate.atm() || details ? "linklayer " + (rate.atm() ? "atm" : "ethernet") + " " : "");
        out.text(burst("burst", rate, details) + burst("cburst", ceil, details));
        out.text(details ? "level " + htb.level() + " " : "");
    }

    private static String burst(String key, RateSpec spec, boolean details) {
        String size = key + " " + Units.showSize(Units.transmitBytes(spec.rate(), spec.burst()));
        return details ? size + "/1" + " mpu " + Units.showSize(spec.mpu()) + " " : size + " ";
    }

    @Override
    public void printClassReport(ClassOptions options, Fields fields) {
        if (options instanceof ClassOptions.Htb htb) {
            ClassOptions.HtbCounters counters = htb.counters();
            fields.out()
                    .text(" lended: " + counters.lends() + " borrowed: " + counters.borrows() + " giants: "
                            + counters.giants() + "\n tokens: " + counters.tokens() + " ctokens: "
                            + counters.ceilTokens() + "\n\n");
        }
    }
}
