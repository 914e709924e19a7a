package org.vethlab.net.sched;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * What the kinds have in common that manage a queue actively (codel, fq_codel, sfq, red, fq). Where nothing waits
 * longer than it must, as on these devices, each of them hands packets on in the order of their arrival.
 */
abstract class SimpleQueue extends Qdisc {
    private final ArrayDeque<Packet> queue = new ArrayDeque<>();
    private long longest;

    SimpleQueue(Seat seat) {
        super(seat);
    }

    /** Whether one more packet finds room. */
    abstract boolean hasRoomFor(Packet packet);

    /** A packet comes into an empty queue: a flow begins. */
    void flowBegins() {}

    /** What could not be queued, and was dropped. */
    void overLimit() {}

    @Override
    final boolean enqueue(Packet packet) {
        if (!hasRoomFor(packet)) {
            statistics().drops++;
            overLimit();
            return false;
        }
        if (queue.isEmpty()) {
            flowBegins();
        }
        queue.add(packet);
        statistics().queued(packet);
        return true;
    }

    @Override
    final Optional<Packet> dequeue() {
        Packet first = queue.poll();
        if (first == null) {
            return Optional.empty();
        }
        longest = Math.max(longest, first.length());
        statistics().unqueued(first);
        statistics().sent(first);
        return Optional.of(first);
    }

    /** Bytes of the longest packet so far. */
    final long longest() {
        return longest;
    }
}
