package org.vethlab.net.sched;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three queues, the first that has a packet is served (pfifo_fast in sch_generic.c). */
final class PriorityBands extends Qdisc {
    static final List<Integer> PRIORITY_MAP = List.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    static final int BANDS = 3;

    private final List<ArrayDeque<Packet>> bands = new ArrayList<>();

    PriorityBands(Seat seat) {
        super(seat);
        for (int i = 0; i < BANDS; i++) {
            bands.add(new ArrayDeque<>());
        }
    }

    @Override
    public String kind() {
        return "pfifo_fast";
    }

    @Override
    boolean canBeBypassed() {
        return true;
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.Bands(BANDS, PRIORITY_MAP);
    }

    @Override
    boolean enqueue(Packet packet) {
        ArrayDeque<Packet> band = bands.get(PRIORITY_MAP.get(packet.priority() & 0xf));
        if (band.size() >= Math.max(1, traffic().device().queueLength())) {
            statistics().drops++;
            return false;
        }
        band.add(packet);
        statistics().queued(packet);
        return true;
    }

    @Override
    Optional<Packet> dequeue() {
        for (ArrayDeque<Packet> band : bands) {
            Packet first = band.poll();
            if (first != null) {
                statistics().unqueued(first);
                statistics().sent(first);
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }
}
