package org.vethlab.capture.layer;

import java.util.HashMap;
import java.util.Map;

/** Sequence numbers begin anywhere: they are told from where each direction of a connection was first seen. */
final class TcpStreams {
    private final Map<String, Integer> firsts = new HashMap<>();

    /** @param syn the sender begins anew */
    void seen(String direction, int sequence, boolean syn) {
        if (syn) {
            firsts.put(direction, sequence);
        } else {
            firsts.putIfAbsent(direction, sequence - 1);
        }
    }

    /** A sequence number as seen from its direction's beginning. */
    String relative(String direction, int sequence) {
        return Integer.toUnsignedString(sequence - firsts.getOrDefault(direction, 0));
    }
}
