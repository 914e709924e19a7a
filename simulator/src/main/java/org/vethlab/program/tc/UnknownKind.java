package org.vethlab.program.tc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** A kind without words of its own: noqueue, and whatever tc has never heard of. */
record UnknownKind(String name) implements QdiscKind {
    /** Kinds of Linux that are not simulated. */
    private static final Set<String> NOT_SIMULATED = Set.of(
            "atm", "cake", "cbq", "cbs", "choke", "drr", "dsmark", "etf", "ets", "fq_pie", "gred", "hfsc", "hhf", "mq",
            "mqprio", "multiq", "pie", "plug", "qfq", "sfb", "skbprio", "taprio", "teql0");

    static List<String> notSimulated() {
        return NOT_SIMULATED.stream().sorted().toList();
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        if (NOT_SIMULATED.contains(name)) {
            throw CommandException.notSimulated("tc qdisc " + name);
        }
        if (words.hasNext()) {
            throw Complaints.plain(
                    "Unknown qdisc \"" + name + "\", hence option \"" + words.peek() + "\" is unparsable");
        }
        return Optional.empty();
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {}
}
