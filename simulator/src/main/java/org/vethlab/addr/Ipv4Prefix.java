package org.vethlab.addr;

/** An IPv4 network: address and prefix length, 0 to 32. The host bits are zero. */
public record Ipv4Prefix(Ipv4Address network, int length) implements IpPrefix, Comparable<Ipv4Prefix> {
    public static final Ipv4Prefix DEFAULT = new Ipv4Prefix(Ipv4Address.ANY, 0);

    public Ipv4Prefix {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        if ((network.bits() & ~mask(length)) != 0) {
            throw new IllegalArgumentException("host bits set: " + network + "/" + length);
        }
    }

    /** The network that holds an address. */
    public static Ipv4Prefix of(Ipv4Address address, int length) {
        return new Ipv4Prefix(new Ipv4Address(address.bits() & mask(length)), length);
    }

    public static Ipv4Prefix host(Ipv4Address address) {
        return new Ipv4Prefix(address, 32);
    }

    /** Netmask of a prefix length. */
    public static int mask(int length) {
        return length == 0 ? 0 : -1 << 32 - length;
    }

    public Ipv4Address netmask() {
        return new Ipv4Address(mask(length));
    }

    /** The last address of the network. */
    public Ipv4Address broadcast() {
        return new Ipv4Address(network.bits() | ~mask(length));
    }

    public boolean contains(Ipv4Address address) {
        return ((address.bits() ^ network.bits()) & mask(length)) == 0;
    }

    /** By network, then the longer prefix first: the order of {@code ip route}. */
    @Override
    public boolean holds(IpAddress address) {
        return address instanceof Ipv4Address own && contains(own);
    }

    @Override
    public int compareTo(Ipv4Prefix other) {
        int first = network.compareTo(other.network);
        return first != 0 ? first : Integer.compare(other.length, length);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }

    /** By hand, as that of {@link Ipv4Address}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv4Prefix that && length == that.length && network.equals(that.network);
    }

    @Override
    public int hashCode() {
        return 31 * network.hashCode() + length;
    }
}
