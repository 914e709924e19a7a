package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code CLASSIFY}: the class of traffic control. */
public record ClassifyTarget(int handle) implements XtTarget {
    @Override
    public String extension() {
        return "CLASSIFY";
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.metadata().setPriority(handle);
        return Verdict.CONTINUE;
    }
}
