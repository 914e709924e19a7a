package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code MARK}: clears the bits of the mask, then turns those of the value (mark = mark & ~mask ^ value). */
public record MarkTarget(int value, int mask) implements XtTarget {
    @Override
    public String extension() {
        return "MARK";
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.metadata().setMark(packet.metadata().mark() & ~mask ^ value);
        return Verdict.CONTINUE;
    }
}
