package org.vethlab.addr;

/** An IPv6 network: address and prefix length, 0 to 128. The host bits are zero. */
public record Ipv6Prefix(Ipv6Address network, int length) implements IpPrefix, Comparable<Ipv6Prefix> {
    public static final Ipv6Prefix DEFAULT = new Ipv6Prefix(Ipv6Address.ANY, 0);

    public Ipv6Prefix {
        if (length < 0 || length > 128) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        if ((network.high() & ~highMask(length)) != 0 || (network.low() & ~lowMask(length)) != 0) {
            throw new IllegalArgumentException("host bits set: " + network + "/" + length);
        }
    }

    /** The network that holds an address. */
    public static Ipv6Prefix of(Ipv6Address address, int length) {
        return new Ipv6Prefix(
                new Ipv6Address(address.high() & highMask(length), address.low() & lowMask(length)), length);
    }

    public static Ipv6Prefix host(Ipv6Address address) {
        return new Ipv6Prefix(address, 128);
    }

    private static long highMask(int length) {
        return length == 0 ? 0 : length >= 64 ? -1 : -1L << 64 - length;
    }

    private static long lowMask(int length) {
        return length <= 64 ? 0 : -1L << 128 - length;
    }

    public boolean contains(Ipv6Address address) {
        return ((address.high() ^ network.high()) & highMask(length)) == 0
                && ((address.low() ^ network.low()) & lowMask(length)) == 0;
    }

    @Override
    public boolean holds(IpAddress address) {
        return address instanceof Ipv6Address own && contains(own);
    }

    @Override
    public int compareTo(Ipv6Prefix other) {
        int first = network.compareTo(other.network);
        return first != 0 ? first : Integer.compare(other.length, length);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
