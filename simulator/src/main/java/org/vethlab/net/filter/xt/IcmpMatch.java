package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;

/** An ICMP or ICMPv6 message's type, and its codes. Type 255 of ICMP stands for any. */
public record IcmpMatch(String extension, int type, Range codes, boolean inverted) implements XtMatch {
    /** Any type of ICMP. */
    public static final int ANY = 255;

    @Override
    public boolean matches(PacketContext packet) {
        return packet.transport().filter(this::matches).isPresent();
    }

    private boolean matches(IpPayload payload) {
        if (payload instanceof IcmpMessage icmp) {
            return (type == ANY || icmp.type() == type && codes.contains(icmp.code())) != inverted;
        }
        return payload instanceof Icmpv6Message icmp
                && (icmp.type() == type && codes.contains(icmp.code())) != inverted;
    }
}
