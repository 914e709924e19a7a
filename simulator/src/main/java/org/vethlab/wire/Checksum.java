package org.vethlab.wire;

/** The Internet checksum (RFC 1071). */
public final class Checksum {
    private Checksum() {}

    /** Adds up 16-bit words; an odd last byte counts as if a zero followed. */
    public static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        return i < to ? sum + ((bytes[i] & 0xff) << 8) : sum;
    }

    /** Adds the carries in again until 16 bits are left. */
    public static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }

    /** The checksum that makes {@code sum}, of everything else, come out right. */
    public static int of(long sum) {
        return ~fold(sum) & 0xffff;
    }

    /** Whether a sum that includes the checksum says that nothing was changed. */
    static boolean isGood(long sum) {
        return fold(sum) == 0xffff;
    }
}
