package org.vethlab.net.sched;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Delays, loses, doubles, spoils and reorders packets (sch_netem.c). */
final class Netem extends Qdisc {
    private final NetemRandom random;
    private final NetemSettings settings;
    private final PriorityQueue<Waiting> delayed = new PriorityQueue<>();
    private final ArrayDeque<Packet> first = new ArrayDeque<>();
    private final SingleClass inner = SingleClass.vacant(this);
    private long sequence;
    private long sinceReordered;
    private long lastDue;

    Netem(Seat seat, SplittableRandom seed, QdiscOptions options) {
        super(seat);
        this.random = new NetemRandom(seed);
        this.settings = new NetemSettings();
        change(options);
    }

    private record Waiting(Packet packet, long sequence) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int order = Long.compare(packet.due(), other.packet.due());
            return order != 0 ? order : Long.compare(sequence, other.sequence);
        }
    }

    @Override
    public String kind() {
        return "netem";
    }

    @Override
    public QdiscOptions options() {
        return settings.dump();
    }

    @Override
    void change(QdiscOptions options) {
        if (!(options instanceof QdiscOptions.Netem wanted)) {
            throw new NetException(Errno.EINVAL);
        }
        settings.begin(wanted);
        checkDuplicates(wanted);
        settings.take(wanted);
        random.correlate(settings);
    }

    /** Copies that meet a second netem could double for ever (check_netem_in_tree). */
    private void checkDuplicates(QdiscOptions.Netem wanted) {
        for (Qdisc other : traffic().all()) {
            if (other instanceof Netem netem
                    && netem != this
                    && !netem.parent().equals(parent())
                    && (wanted.duplicate() > 0 || netem.settings.duplicate() > 0)) {
                throw new NetException(Errno.EINVAL, "netem: cannot mix duplicating netems with other netems in tree");
            }
        }
    }

    /** A lost packet counts as sent for whoever sent it; only a full queue tells (netem_enqueue). */
    @Override
    boolean enqueue(Packet packet) {
        int copies = 1;
        if (random.duplicates(settings.duplicate())) {
            copies++;
        }
        if (random.loses(settings)) {
            copies--;
        }
        if (copies == 0) {
            statistics().drops++;
            traffic().traceDrop(packet.frame());
            return true;
        }
        if (copies > 1) {
            settings.withoutDuplication(() -> traffic().enqueueAgain(packet.with(packet.frame())));
        }
        Packet sent = random.corrupts(settings.corrupt()) ? random.spoil(packet) : packet;
        if (statistics().queueLength >= settings.limit()) {
            statistics().drops++;
            return false;
        }
        statistics().queued(sent);
        place(sent);
        return true;
    }

    private void place(Packet packet) {
        long gap = settings.gap();
        if (gap == 0 || sinceReordered < gap - 1 || !random.reorders(settings.reorder())) {
            packet.due(dueTime(packet));
            lastDue = Math.max(lastDue, packet.due());
            sinceReordered++;
            delayed.add(new Waiting(packet, sequence++));
            return;
        }
        packet.due(traffic().now());
        sinceReordered = 0;
        first.add(packet);
        statistics().requeues++;
    }

    /** With a rate, a packet leaves after the one before it; the wait for that one counts as part of its delay. */
    private long dueTime(Packet packet) {
        long now = traffic().now();
        long delay = random.delay(settings);
        if (settings.rate().rate() == 0) {
            return now + delay;
        }
        if (!delayed.isEmpty()) {
            delay = Math.max(0, delay - (lastDue - now));
            now = lastDue;
        }
        return now + delay + settings.packetTime(packet.length());
    }

    @Override
    Optional<Packet> dequeue() {
        Packet reordered = first.poll();
        if (reordered != null) {
            return Optional.of(count(reordered));
        }
        long now = traffic().now();
        while (!delayed.isEmpty() && delayed.peek().packet().due() <= now) {
            Packet packet = delayed.remove().packet();
            if (inner.leaf().isEmpty()) {
                return Optional.of(count(packet));
            }
            if (!inner.leaf().get().enqueue(packet)) {
                statistics().unqueued(packet);
                statistics().drops++;
            }
        }
        if (!delayed.isEmpty()) {
            traffic().wakeAt(delayed.peek().packet().due());
        }
        return inner.leaf().flatMap(Qdisc::take).map(this::count);
    }

    private Packet count(Packet packet) {
        statistics().unqueued(packet);
        statistics().sent(packet);
        return packet;
    }

    @Override
    boolean isClassful() {
        return true;
    }

    @Override
    public List<TrafficClass> classes() {
        return List.of(inner);
    }
}
