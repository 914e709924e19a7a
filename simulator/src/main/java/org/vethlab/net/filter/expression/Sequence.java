package org.vethlab.net.filter.expression;

import org.vethlab.net.filter.PacketContext;

/** The state of a number generator: each packet gets the next number. */
public final class Sequence {
    private long next;

    long next(PacketContext packet, boolean random, long modulus) {
        if (random) {
            return Math.floorMod(packet.namespace().world().random().nextLong(), modulus);
        }
        long number = next;
        next = (next + 1) % modulus;
        return number;
    }
}
