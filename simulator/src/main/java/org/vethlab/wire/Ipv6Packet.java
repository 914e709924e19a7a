package org.vethlab.wire;

import org.vethlab.addr.Ipv6Address;

/** An IPv6 packet without extension headers (RFC 8200). */
public record Ipv6Packet(
        Ipv6Address source, Ipv6Address destination, int hopLimit, int trafficClass, int flowLabel, IpPayload payload)
        implements Payload {
    public static final int ETHER_TYPE = 0x86dd;
    public static final int HEADER_LENGTH = 40;

    public Ipv6Packet withHopLimit(int newHopLimit) {
        return new Ipv6Packet(source, destination, newHopLimit, trafficClass, flowLabel, payload);
    }

    @Override
    public int etherType() {
        return ETHER_TYPE;
    }

    @Override
    public int length() {
        return HEADER_LENGTH + payload.length();
    }
}
