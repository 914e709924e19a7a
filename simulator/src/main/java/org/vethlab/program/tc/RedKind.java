package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QueueReport;
import org.vethlab.program.Arguments;
import org.vethlab.view.Printer;

/** red: random early detection. */
final class RedKind implements QdiscKind {
    static final int ECN = 1;
    static final int HARDDROP = 2;
    static final int ADAPTIVE = 4;
    static final int NODROP = 8;

    @Override
    public String name() {
        return "red";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        return Optional.of(new RedParser(words, tc).parse());
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof QdiscOptions.RandomEarly red)) {
            return;
        }
        fields.size("limit", "limit ", red.limit(), " ");
        fields.size("min", "min ", red.min(), " ");
        fields.size("max", "max ", red.max(), " ");
        flag("ecn", red.flags() & ECN, fields);
        flag("harddrop", red.flags() & HARDDROP, fields);
        flag("adaptive", red.flags() & ADAPTIVE, fields);
        flag("nodrop", red.flags() & NODROP, fields);
        if (tc.options().details) {
            fields.out().field("ewma", "ewma %s ", red.wlog());
            GeneralNumber probability = new GeneralNumber(red.maxProbability() / 4294967296.0);
            fields.both("probability", "probability " + probability + " ", probability);
            fields.out().field("Scell_log", "Scell_log %s", red.scell());
        }
    }

    private static void flag(String key, int flag, Fields fields) {
        fields.both(key, flag == 0 ? "" : key + " ", flag != 0);
    }

    @Override
    public void printReport(QueueReport report, Fields fields) {
        if (report instanceof QueueReport.RandomEarly) {
            Printer out = fields.out();
            out.field("marked", "  marked %s", 0);
            out.field("early", " early %s", 0);
            out.field("pdrop", " pdrop %s", 0);
            out.field("other", " other %s ", 0);
            out.newline();
        }
    }
}
