package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.Ipv6Packet;

/** The time to live of IPv4 ({@code ttl}) or the hop limit of IPv6 ({@code hl}). */
public record TtlMatch(String extension, Relation relation, int value) implements XtMatch {
    /** IPT_TTL_*. */
    public enum Relation {
        EQUAL,
        UNEQUAL,
        LESS,
        GREATER
    }

    @Override
    public boolean matches(PacketContext packet) {
        int actual = packet.ipv6()
                .map(Ipv6Packet::hopLimit)
                .orElseGet(() -> packet.ipv4().orElseThrow().ttl());
        return switch (relation) {
            case EQUAL -> actual == value;
            case UNEQUAL -> actual != value;
            case LESS -> actual < value;
            case GREATER -> actual > value;
        };
    }
}
