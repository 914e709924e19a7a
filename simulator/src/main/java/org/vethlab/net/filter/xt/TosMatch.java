package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.Ipv6Packet;

/** The type of service ({@code tos}), or its upper six bits ({@code dscp}). */
public record TosMatch(String extension, int value, int mask, boolean inverted) implements XtMatch {
    @Override
    public boolean matches(PacketContext packet) {
        int tos = packet.ipv6()
                .map(Ipv6Packet::trafficClass)
                .orElseGet(() -> packet.ipv4().orElseThrow().tos());
        int seen = extension.equals("dscp") ? tos >>> 2 : tos;
        return ((seen & mask) == value) != inverted;
    }
}
