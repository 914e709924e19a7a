package org.vethlab.net.tcp;

/**
 * Sequence numbers: 32 bits on the wire, which wrap round; here 64 bits that never do, of which the wire carries the
 * lower half.
 */
final class Sequence {
    private static final long MASK = 0xffff_ffffL;

    private Sequence() {}

    static long wire(long number) {
        return number & MASK;
    }

    /** The number that the wire's {@code bits} stand for: the one nearest to {@code near}. */
    static long near(long near, long bits) {
        return near + (int) (bits - near);
    }
}
