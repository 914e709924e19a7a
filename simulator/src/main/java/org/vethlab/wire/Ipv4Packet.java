package org.vethlab.wire;

import org.vethlab.addr.Ipv4Address;

/**
 * An IPv4 packet (RFC 791). {@code fragmentOffset} counts bytes (a multiple of 8); a fragment other than a whole
 * packet carries {@link RawData}.
 */
public record Ipv4Packet(
        Ipv4Address source,
        Ipv4Address destination,
        int ttl,
        int tos,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        IpPayload payload)
        implements Payload {
    public static final int ETHER_TYPE = 0x0800;
    public static final int HEADER_LENGTH = 20;

    public Ipv4Packet withTtl(int newTtl) {
        return new Ipv4Packet(
                source, destination, newTtl, tos, identification, dontFragment, moreFragments, fragmentOffset, payload);
    }

    public Ipv4Packet withAddresses(Ipv4Address newSource, Ipv4Address newDestination) {
        return new Ipv4Packet(
                newSource,
                newDestination,
                ttl,
                tos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                payload);
    }

    public Ipv4Packet withPayload(IpPayload newPayload) {
        return new Ipv4Packet(
                source, destination, ttl, tos, identification, dontFragment, moreFragments, fragmentOffset, newPayload);
    }

    public boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
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
