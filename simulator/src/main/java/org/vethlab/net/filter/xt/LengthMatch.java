package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;

/** The packet's length, IP header included. */
public record LengthMatch(Range range) implements XtMatch {
    @Override
    public String extension() {
        return "length";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return range.contains(packet.length());
    }
}
