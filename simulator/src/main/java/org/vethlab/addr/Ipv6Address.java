package org.vethlab.addr;

/** An IPv6 address: the upper and the lower 64 bits. */
public record Ipv6Address(long high, long low) implements IpAddress, Comparable<Ipv6Address> {
    public static final Ipv6Address ANY = new Ipv6Address(0, 0);
    public static final Ipv6Address LOOPBACK = new Ipv6Address(0, 1);
    public static final Ipv6Address ALL_NODES = new Ipv6Address(0xff02_0000_0000_0000L, 1);
    public static final Ipv6Address ALL_ROUTERS = new Ipv6Address(0xff02_0000_0000_0000L, 2);

    /**
     * Reads the text forms of RFC 4291, section 2.2, with an IPv4 tail or without.
     *
     * @throws IllegalArgumentException when the text is not an IPv6 address
     */
    public static Ipv6Address parse(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw new IllegalArgumentException("not an IPv6 address: " + text);
        }
        int[] head = groups(gap < 0 ? text : text.substring(0, gap), text, gap < 0);
        int[] tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2), text, true);
        int count = head.length + tail.length;
        if (gap < 0 ? count != 8 : count > 7) {
            throw new IllegalArgumentException("not an IPv6 address: " + text);
        }
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            int fromEnd = i - (8 - tail.length);
            int group = i < head.length ? head[i] : fromEnd >= 0 ? tail[fromEnd] : 0;
            halves[i / 4] = halves[i / 4] << 16 | group;
        }
        return new Ipv6Address(halves[0], halves[1]);
    }

    private static int[] groups(String part, String whole, boolean mayEndInIpv4) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] words = part.split(":", -1);
        String last = words[words.length - 1];
        boolean ipv4 = last.indexOf('.') >= 0;
        if (ipv4 && !mayEndInIpv4) {
            throw new IllegalArgumentException("not an IPv6 address: " + whole);
        }
        int[] groups = new int[words.length + (ipv4 ? 1 : 0)];
        for (int i = 0; i < words.length - (ipv4 ? 1 : 0); i++) {
            String word = words[i];
            if (word.isEmpty() || word.length() > 4 || !word.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                throw new IllegalArgumentException("not an IPv6 address: " + whole);
            }
            groups[i] = Integer.parseInt(word, 16);
        }
        if (ipv4) {
            int bits = Ipv4Address.parse(last).bits();
            groups[groups.length - 2] = bits >>> 16;
            groups[groups.length - 1] = bits & 0xffff;
        }
        return groups;
    }

    /** fe80::/64 with the modified EUI-64 of a MAC address (RFC 4291, appendix A). */
    public static Ipv6Address linkLocal(MacAddress mac) {
        long bits = mac.bits();
        long eui64 = (bits >>> 24) << 40 | 0xff_fe00_0000L | bits & 0xff_ffffL;
        return new Ipv6Address(0xfe80_0000_0000_0000L, eui64 ^ 1L << 57);
    }

    /** The solicited-node multicast group ff02::1:ffXX:XXXX (RFC 4291, section 2.7.1). */
    public Ipv6Address solicitedNode() {
        return new Ipv6Address(0xff02_0000_0000_0000L, 0x1_ff00_0000L | low & 0xff_ffffL);
    }

    /** The Ethernet group of a multicast address: 33:33 and the last 32 bits (RFC 2464, section 7). */
    public MacAddress multicastMac() {
        return new MacAddress(0x3333_0000_0000L | low & 0xffff_ffffL);
    }

    @Override
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public boolean isLoopback() {
        return high == 0 && low == 1;
    }

    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    /** fe80::/10. */
    public boolean isLinkLocal() {
        return high >>> 54 == 0xfe80 >>> 6;
    }

    @Override
    public int length() {
        return 128;
    }

    /** Group {@code index}, 0 to 7, of 16 bits. */
    public int group(int index) {
        return (int) ((index < 4 ? high : low) >>> 48 - 16 * (index % 4)) & 0xffff;
    }

    /** Unsigned order. */
    @Override
    public int compareTo(Ipv6Address other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    /** The canonical form of RFC 5952, as glibc's {@code inet_ntop} prints it. */
    @Override
    public String toString() {
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && group(i + run) == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        if (start == 0 && (length == 6 && low >>> 32 == 0 || length == 5 && group(5) == 0xffff)) {
            return (length == 6 ? "::" : "::ffff:") + new Ipv4Address((int) low);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (i > 0 && i != start + length) {
                text.append(':');
            } else if (i > 0 && start < 0) {
                text.append(':');
            }
            text.append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    /** By hand, as that of {@link Ipv4Address}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv6Address that && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }
}
