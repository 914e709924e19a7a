package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code NFQUEUE}: to a program, which nobody runs here: so the packet is dropped, or passes with {@code --queue-bypass}. */
public record QueueTarget(int first, int last, boolean bypass) implements XtTarget {
    @Override
    public String extension() {
        return "NFQUEUE";
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        return bypass ? Verdict.ACCEPT : Verdict.QUEUE;
    }
}
