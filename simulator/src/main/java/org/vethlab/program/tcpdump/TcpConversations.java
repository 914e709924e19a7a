package org.vethlab.program.tcpdump;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.addr.IpAddress;

/** The first sequence numbers of each connection, from which the others are counted. */
final class TcpConversations {
    private final Map<Key, Start> starts = new HashMap<>();

    private record Key(IpAddress low, IpAddress high, int lowPort, int highPort) {}

    private record Start(long sequence, long acknowledgment) {}

    /**
     * Numbers as they are printed, and what was taken off each.
     *
     * @param sequenceBase what this direction's numbers were reduced by
     * @param acknowledgmentBase the other direction's
     */
    record Relative(long sequence, long acknowledgment, long sequenceBase, long acknowledgmentBase) {}

    /** The first segment of a connection is printed as it is, the later ones relative to it. */
    Relative relative(
            IpPayloadView segment,
            int sourcePort,
            int destinationPort,
            long sequence,
            long acknowledgment,
            boolean syn) {
        boolean reversed = compare(segment, sourcePort, destinationPort) < 0;
        Key key = reversed
                ? new Key(segment.destination(), segment.source(), destinationPort, sourcePort)
                : new Key(segment.source(), segment.destination(), sourcePort, destinationPort);
        Start start = starts.get(key);
        if (start == null || syn) {
            long before = acknowledgment - 1 & 0xffff_ffffL;
            Start first = reversed ? new Start(before, sequence) : new Start(sequence, before);
            starts.put(key, first);
            return new Relative(sequence, acknowledgment, base(first, reversed), base(first, !reversed));
        }
        long own = base(start, reversed);
        long other = base(start, !reversed);
        return new Relative(sequence - own & 0xffff_ffffL, acknowledgment - other & 0xffff_ffffL, own, other);
    }

    private static long base(Start start, boolean reversed) {
        return reversed ? start.acknowledgment : start.sequence;
    }

    private static int compare(IpPayloadView segment, int sourcePort, int destinationPort) {
        int byPort = Integer.compare(sourcePort, destinationPort);
        return byPort != 0
                ? byPort
                : segment.source().toString().compareTo(segment.destination().toString());
    }
}
