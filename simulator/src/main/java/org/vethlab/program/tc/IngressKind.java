package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;

/** ingress and clsact, which have nothing to set. */
record IngressKind(String name, String text) implements QdiscKind {
    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        while (words.hasNext()) {
            String word = words.next();
            if (!name.equals("ingress") || !word.equals("handle")) {
                throw Complaints.unknown(word, "qdisc-" + name);
            }
            words.next();
        }
        return Optional.empty();
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        fields.out().text(text);
    }
}
