package org.vethlab.program.iptables.extension;

/** Marks and masks in words. */
final class Hex {
    private Hex() {}

    static String of(int value) {
        return "0x" + Integer.toHexString(value);
    }

    /** {@code 0x5}, or {@code 0x10/0xff} unless the mask is all ones. */
    static String masked(int value, int mask) {
        return mask == -1 ? of(value) : of(value) + "/" + of(mask);
    }

    static String wide(int value) {
        return String.format("0x%08x", value);
    }
}
