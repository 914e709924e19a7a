package org.vethlab.net.link;

import org.vethlab.addr.MacAddress;

/** The identifier of a bridge: the lower one is the better root (IEEE 802.1D-1998, 8.5.1.3). */
public record BridgeId(int priority, MacAddress address) implements Comparable<BridgeId> {
    /** As eight octets. */
    long bits() {
        return (long) priority << 48 | address.bits();
    }

    static BridgeId of(long bits) {
        return new BridgeId((int) (bits >>> 48), new MacAddress(bits & 0xffff_ffff_ffffL));
    }

    @Override
    public int compareTo(BridgeId other) {
        return Long.compareUnsigned(bits(), other.bits());
    }

    /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BridgeId that && bits() == that.bits();
    }

    @Override
    public int hashCode() {
        return 31 * priority + address.hashCode();
    }
}
