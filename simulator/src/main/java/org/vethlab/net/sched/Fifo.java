package org.vethlab.net.sched;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;

/** One queue with a limit (sch_fifo.c): pfifo counts packets, bfifo bytes, pfifo_head_drop drops the oldest. */
final class Fifo extends Qdisc {
    private final Kind kind;
    private final ArrayDeque<Packet> queue = new ArrayDeque<>();
    private long limit;

    enum Kind {
        PFIFO("pfifo"),
        BFIFO("bfifo"),
        PFIFO_HEAD_DROP("pfifo_head_drop");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    Fifo(Seat seat, Kind kind, OptionalLong limit) {
        super(seat);
        this.kind = kind;
        this.limit = limit.orElse(defaultLimit());
    }

    /** As many packets as the device's queue is long, at least one; for bfifo, as many of full length. */
    private long defaultLimit() {
        long packets = Math.max(1, traffic().device().queueLength());
        return kind == Kind.BFIFO ? packets * traffic().largestFrame() : packets;
    }

    @Override
    public String kind() {
        return kind.text;
    }

    @Override
    boolean canBeBypassed() {
        return limit > 0;
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.Fifo(OptionalLong.of(limit));
    }

    @Override
    void change(QdiscOptions options) {
        limit = options instanceof QdiscOptions.Fifo fifo ? fifo.limit().orElse(limit) : defaultLimit();
    }

    void limit(long newLimit) {
        limit = newLimit;
    }

    @Override
    boolean enqueue(Packet packet) {
        if (hasRoomFor(packet)) {
            queue.add(packet);
            statistics().queued(packet);
            return true;
        }
        statistics().drops++;
        if (kind != Kind.PFIFO_HEAD_DROP || queue.isEmpty()) {
            return false;
        }
        statistics().unqueued(queue.remove());
        queue.add(packet);
        statistics().queued(packet);
        return true;
    }

    private boolean hasRoomFor(Packet packet) {
        return kind == Kind.BFIFO ? statistics().backlog + packet.length() <= limit : statistics().queueLength < limit;
    }

    @Override
    Optional<Packet> dequeue() {
        Packet first = queue.poll();
        if (first != null) {
            statistics().unqueued(first);
            statistics().sent(first);
        }
        return Optional.ofNullable(first);
    }
}
