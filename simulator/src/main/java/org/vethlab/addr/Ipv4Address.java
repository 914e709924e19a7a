package org.vethlab.addr;

/** An IPv4 address, in network order in {@code bits}. */
public record Ipv4Address(int bits) implements IpAddress, Comparable<Ipv4Address> {
    public static final Ipv4Address ANY = new Ipv4Address(0);
    public static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);
    public static final Ipv4Address BROADCAST = new Ipv4Address(-1);

    /**
     * Reads exactly four decimal numbers from 0 to 255 ({@code inet_pton}).
     *
     * @throws IllegalArgumentException when the text is not an IPv4 address
     */
    public static Ipv4Address parse(String text) {
        String[] groups = text.split("\\.", -1);
        if (groups.length != 4) {
            throw new IllegalArgumentException("not an IPv4 address: " + text);
        }
        int bits = 0;
        for (String group : groups) {
            if (group.isEmpty() || group.length() > 3 || !group.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("not an IPv4 address: " + text);
            }
            int octet = Integer.parseInt(group);
            if (octet > 255) {
                throw new IllegalArgumentException("not an IPv4 address: " + text);
            }
            bits = bits << 8 | octet;
        }
        return new Ipv4Address(bits);
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    @Override
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    @Override
    public boolean isMulticast() {
        return bits >>> 28 == 14;
    }

    /** 224.0.0.0/24: no router passes it on (ipv4_is_local_multicast). */
    public boolean isLinkLocalGroup() {
        return bits >>> 8 == 0xe00000;
    }

    public boolean isBroadcast() {
        return bits == -1;
    }

    /** 0.0.0.0/8 (RFC 1122, 3.2.1.3): no host's address. */
    public boolean isZeronet() {
        return bits >>> 24 == 0;
    }

    @Override
    public int length() {
        return 32;
    }

    /** Octet {@code index}, 0 to 3, the first sent first. */
    public int octet(int index) {
        return bits >>> 24 - 8 * index & 0xff;
    }

    /** Unsigned order. */
    @Override
    public int compareTo(Ipv4Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
    }

    /** By hand: a JVM makes a record's own of method handles when first asked, which takes milliseconds of every start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv4Address that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }
}
