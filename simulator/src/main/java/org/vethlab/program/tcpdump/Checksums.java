package org.vethlab.program.tcpdump;

import org.vethlab.wire.Checksum;

/** What tcpdump says about checksums. */
final class Checksums {
    private Checksums() {}

    /** Whether a sum over everything, the checksum included, is that of something intact. */
    static boolean isGood(long sum) {
        return Checksum.fold(sum) == 0xffff;
    }

    /** The checksum that should be where {@code found} is, for a sum that includes {@code found}. */
    static int expected(long sum, int found) {
        return Checksum.of(sum - found);
    }
}
