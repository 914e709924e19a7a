package org.vethlab.addr;

/** A 48-bit MAC address, in the lower 48 bits of {@code bits}. */
public record MacAddress(long bits) implements Comparable<MacAddress> {
    public static final MacAddress ZERO = new MacAddress(0);
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("more than 48 bits: " + Long.toHexString(bits));
        }
    }

    /**
     * Reads six groups of one or two hexadecimal digits, as {@code ll_addr_a2n} of iproute2 does.
     *
     * @throws IllegalArgumentException when the text is not a MAC address
     */
    public static MacAddress parse(String text) {
        String[] groups = text.split(":", -1);
        if (groups.length != 6) {
            throw new IllegalArgumentException("not a MAC address: " + text);
        }
        long bits = 0;
        for (String group : groups) {
            if (group.isEmpty() || group.length() > 2 || !group.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                throw new IllegalArgumentException("not a MAC address: " + text);
            }
            bits = bits << 8 | Integer.parseInt(group, 16);
        }
        return new MacAddress(bits);
    }

    /** The group bit of the first octet (IEEE 802): multicast or broadcast. */
    public boolean isGroup() {
        return (bits >>> 40 & 1) != 0;
    }

    public boolean isBroadcast() {
        return equals(BROADCAST);
    }

    /** Octet {@code index}, 0 to 5, the first sent first. */
    public int octet(int index) {
        return (int) (bits >>> 40 - 8 * index) & 0xff;
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        char[] text = new char[17];
        for (int i = 0; i < 6; i++) {
            int octet = octet(i);
            text[3 * i] = HEX[octet >> 4];
            text[3 * i + 1] = HEX[octet & 15];
            if (i < 5) {
                text[3 * i + 2] = ':';
            }
        }
        return new String(text);
    }

    /** By hand, as that of {@link Ipv4Address}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MacAddress that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }
}
