package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** sfq: stochastic fairness queueing. */
final class SfqKind implements QdiscKind {
    @Override
    public String name() {
        return "sfq";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        return words.hasNext() ? Optional.of(new Parser(words).parse()) : Optional.empty();
    }

    /** Without {@code perturb} the hash is never changed again, even if it was before. */
    private static final class Parser {
        private final Arguments words;
        private final Settings settings;
        private OptionalLong limit = OptionalLong.empty();
        private OptionalLong quantum = OptionalLong.empty();
        private OptionalInt perturb = OptionalInt.of(0);
        private OptionalLong divisor = OptionalLong.empty();
        private OptionalLong flows = OptionalLong.empty();
        private OptionalLong depth = OptionalLong.empty();
        private boolean headDrop;

        Parser(Arguments words) {
            this.words = words;
            this.settings = new Settings(words, "qdisc-sfq");
        }

        QdiscOptions.FairHash parse() {
            while (words.hasNext()) {
                take(words.next());
            }
            return new QdiscOptions.FairHash(limit, quantum, perturb, divisor, flows, depth, headDrop);
        }

        private void take(String word) {
            switch (word) {
                case "quantum" ->
                    quantum = Units.size(words.peek()).isPresent() ? settings.size("quantum") : settings.size("limit");
                case "perturb" ->
                    perturb = OptionalInt.of(
                            Numbers.integer(words.next()).orElseThrow(() -> Complaints.illegal("perturb")));
                case "limit" -> takeLimit();
                case "divisor" -> divisor = settings.number("divisor");
                case "flows" -> flows = settings.number("flows");
                case "depth" -> depth = settings.number("flows");
                case "headdrop" -> headDrop = true;
                case "redflowlimit", "min", "max", "burst", "avpkt", "probability", "ecn", "harddrop" ->
                    throw CommandException.notSimulated("tc qdisc sfq " + word);
                default -> throw settings.unknown(word);
            }
        }

        private void takeLimit() {
            limit = settings.number("limit");
            if (limit.orElse(0) < 2) {
                throw Complaints.plain("Illegal \"limit\", must be > 1");
            }
        }
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof QdiscOptions.FairHash hash)) {
            return;
        }
        Printer out = fields.out();
        out.field("limit", "limit %sp ", hash.limit().orElse(0));
        fields.size("quantum", "quantum ", hash.quantum().orElse(0), " ");
        out.field("depth", "depth %s ", hash.depth().orElse(0));
        if (hash.headDrop()) {
            out.flag("headdrop", "headdrop ");
        }
        if (tc.options().details) {
            out.field("flows", "flows %s ", hash.flows().orElse(0));
        }
        out.field("divisor", "divisor %s ", hash.divisor().orElse(0));
        if (hash.perturb().orElse(0) != 0) {
            out.field("perturb", "perturb %ssec ", hash.perturb().getAsInt());
        }
    }
}
