package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;

/** pfifo, bfifo, pfifo_head_drop. */
record FifoKind(String name) implements QdiscKind {
    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        OptionalLong limit = OptionalLong.empty();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "limit" -> limit = limit(words.next());
                case "help" -> throw Complaints.usage("qdisc-pfifo");
                default -> throw Complaints.withUsage(name + ": unknown parameter \"" + word + "\"", "qdisc-pfifo");
            }
        }
        return limit.isPresent() ? Optional.of(new QdiscOptions.Fifo(limit)) : Optional.empty();
    }

    private OptionalLong limit(String word) {
        OptionalLong limit = Units.size(word);
        if (limit.isEmpty()) {
            throw Complaints.plain(name + ": Illegal value for \"limit\": \"" + word + "\"");
        }
        return limit;
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (options instanceof QdiscOptions.Fifo fifo) {
            long limit = fifo.limit().orElse(0);
            if (name.equals("bfifo")) {
                fields.size("limit", "limit ", limit, "");
            } else {
                fields.both("limit", "limit " + limit + "p", limit);
            }
        }
    }
}
