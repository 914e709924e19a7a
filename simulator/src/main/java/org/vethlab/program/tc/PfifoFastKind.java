package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** pfifo_fast, which is shown like prio and takes no words. */
final class PfifoFastKind implements QdiscKind {
    @Override
    public String name() {
        return "pfifo_fast";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        if (words.hasNext()) {
            throw new CommandException(CommandException.USAGE, "qdisc 'pfifo_fast' does not support option parsing");
        }
        return Optional.empty();
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        PrioKind.printBands(options, fields);
    }
}
