package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code TRACE}: the packet's way through the rules is told. */
public record TraceTarget() implements XtTarget {
    @Override
    public String extension() {
        return "TRACE";
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return Places.isIn(base, "raw");
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.metadata().setTraced(true);
        return Verdict.CONTINUE;
    }
}
