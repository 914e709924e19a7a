package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QdiscOptions.Chance;
import org.vethlab.net.sched.QdiscOptions.Correlations;
import org.vethlab.net.sched.QdiscOptions.LossModel;
import org.vethlab.net.sched.QdiscOptions.Netem;
import org.vethlab.net.sched.QdiscOptions.NetemRate;
import org.vethlab.program.Arguments;
import org.vethlab.view.Printer;

/** netem: a bad line. */
final class NetemKind implements QdiscKind {
    private static final double SECOND = 1e6;

    @Override
    public String name() {
        return "netem";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        return Optional.of(new NetemParser(words, new RateWords(tc, device)).parse());
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof Netem netem)) {
            return;
        }
        Correlations correlations = netem.correlations().orElse(Correlations.NONE);
        fields.out().field("limit", "limit %s", netem.limit());
        printDelay(netem, correlations, fields);
        if (netem.loss() > 0) {
            printChance("loss-random", "loss", new Chance(netem.loss(), correlations.loss()), fields);
        }
        netem.lossModel().ifPresent(model -> printModel(model, fields));
        if (netem.duplicate() > 0) {
            printChance("duplicate", "duplicate", new Chance(netem.duplicate(), correlations.duplicate()), fields);
        }
        netem.reorder()
                .filter(chance -> chance.probability() > 0)
                .ifPresent(chance -> printChance("reorder", "reorder", chance, fields));
        netem.corrupt()
                .filter(chance -> chance.probability() > 0)
                .ifPresent(chance -> printChance("corrupt", "corrupt", chance, fields));
        netem.rate().filter(rate -> rate.rate() > 0).ifPresent(rate -> printRate(rate, fields));
        fields.out().hidden("ecn", netem.ecn());
        fields.out().text(netem.ecn() ? " ecn " : "");
        fields.both("gap", netem.gap() > 0 ? " gap " + netem.gap() : "", netem.gap());
    }

    private static void printDelay(Netem netem, Correlations correlations, Fields fields) {
        if (netem.latency() == 0) {
            return;
        }
        Printer out = fields.out();
        out.beginObject("delay");
        fields.both("delay", " delay " + Units.showTicks(netem.latency()), seconds(netem.latency()));
        String jitter = netem.jitter() == 0 ? "" : "  " + Units.showTicks(netem.jitter());
        fields.both("jitter", jitter, seconds(netem.jitter()));
        printCorrelation(netem.jitter() == 0 ? 0 : correlations.delay(), correlations.delay(), fields);
        out.endObject();
    }

    private static GeneralNumber seconds(long ticks) {
        return new GeneralNumber(Units.microseconds(ticks) / SECOND);
    }

    private static void printChance(String object, String key, Chance chance, Fields fields) {
        fields.out().beginObject(object);
        fields.percent(key, " " + key + " ", chance.probability());
        printCorrelation(chance.correlation(), chance.correlation(), fields);
        fields.out().endObject();
    }

    private static void printCorrelation(long shown, long value, Fields fields) {
        fields.both("correlation", shown == 0 ? "" : " " + Units.showPercent(shown), Units.fraction(value));
    }

    private static void printModel(LossModel model, Fields fields) {
        if (model instanceof LossModel.FourStates four) {
            fields.out().beginObject("loss-state");
            fields.percent("p13", " loss state p13 ", four.p13());
            fields.percent("p31", " p31 ", four.p31());
            fields.percent("p32", " p32 ", four.p32());
            fields.percent("p23", " p23 ", four.p23());
            fields.percent("p14", " p14 ", four.p14());
        } else if (model instanceof LossModel.GilbertElliott two) {
            fields.out().beginObject("loss-gemodel");
            fields.percent("p", " loss gemodel p ", two.p());
            fields.percent("r", " r ", two.r());
            fields.percent("1-h", " 1-h ", 0xffff_ffffL - two.h());
            fields.percent("1-k", " 1-k ", two.k1());
        }
        fields.out().endObject();
    }

    private static void printRate(NetemRate rate, Fields fields) {
        fields.out().beginObject("rate");
        fields.rate("rate", " rate ", rate.rate(), "");
        number("packetoverhead", rate.packetOverhead(), fields);
        number("cellsize", rate.cellSize(), fields);
        number("celloverhead", rate.cellOverhead(), fields);
        fields.out().endObject();
    }

    private static void number(String key, int value, Fields fields) {
        fields.both(key, value == 0 ? "" : " " + key + " " + value, value);
    }
}
