package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.PacketType;

/** For whom the frame was. */
public record PkttypeMatch(PacketType type, boolean inverted) implements XtMatch {
    @Override
    public String extension() {
        return "pkttype";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return (packet.metadata().type() == type) != inverted;
    }
}
