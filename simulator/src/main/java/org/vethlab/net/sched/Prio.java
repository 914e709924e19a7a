package org.vethlab.net.sched;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Bands with a qdisc each; the first that has a packet is served (sch_prio.c). */
final class Prio extends Qdisc {
    private static final int MAX_BANDS = 16;
    private static final int PRIORITY_MASK = 0xf;

    private final FilterBlock filters = new FilterBlock(this);
    private final List<Band> bands = new ArrayList<>();
    private List<Integer> priorityMap = List.of();

    Prio(Seat seat, QdiscOptions options) {
        super(seat);
        change(options);
    }

    @Override
    public String kind() {
        return "prio";
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.Bands(bands.size(), priorityMap);
    }

    @Override
    void change(QdiscOptions options) {
        if (!(options instanceof QdiscOptions.Bands wanted) || wanted.bands() > MAX_BANDS || wanted.bands() < 2) {
            throw new NetException(Errno.EINVAL);
        }
        if (wanted.priorityMap().stream().anyMatch(band -> band >= wanted.bands())) {
            throw new NetException(Errno.EINVAL);
        }
        priorityMap = wanted.priorityMap();
        while (bands.size() > wanted.bands()) {
            traffic().forget(bands.remove(bands.size() - 1).qdisc);
        }
        while (bands.size() < wanted.bands()) {
            bands.add(new Band(bands.size() + 1));
        }
    }

    @Override
    boolean enqueue(Packet packet) {
        Optional<Band> band = bandOf(packet);
        if (band.isEmpty()) {
            statistics().drops++;
            return true;
        }
        if (!band.get().qdisc.enqueue(packet)) {
            statistics().drops++;
            return false;
        }
        statistics().queued(packet);
        return true;
    }

    /** The class that the packet's priority names, or a filter, or the map of priorities (prio_classify). */
    private Optional<Band> bandOf(Packet packet) {
        Handle chosen = new Handle(packet.priority());
        if (!chosen.qdisc().equals(handle())) {
            Classification result = filters.classify(packet);
            if (result.isTaken()) {
                return Optional.empty();
            }
            if (result.classId().isEmpty()) {
                int priority = chosen.major() != 0 ? 0 : packet.priority();
                return Optional.of(bands.get(priorityMap.get(priority & PRIORITY_MASK)));
            }
            chosen = result.classId().get();
        }
        int band = chosen.minor() - 1;
        return Optional.of(bands.get(band >= 0 && band < bands.size() ? band : priorityMap.get(0)));
    }

    @Override
    Optional<Packet> dequeue() {
        for (Band band : bands) {
            Optional<Packet> packet = band.qdisc.take();
            if (packet.isPresent()) {
                statistics().unqueued(packet.get());
                statistics().sent(packet.get());
                return packet;
            }
        }
        return Optional.empty();
    }

    @Override
    boolean isClassful() {
        return true;
    }

    @Override
    public List<TrafficClass> classes() {
        return List.copyOf(bands);
    }

    @Override
    Optional<FilterBlock> block(Handle parent) {
        return parent.minor() == 0 ? Optional.of(filters) : Optional.empty();
    }

    private final class Band implements TrafficClass {
        private final int number;
        private Qdisc qdisc;

        private Band(int number) {
            this.number = number;
            this.qdisc = defaultLeaf();
        }

        @Override
        public Handle id() {
            return Handle.of(handle().major(), number);
        }

        @Override
        public Handle parent() {
            return handle();
        }

        @Override
        public Optional<Qdisc> leaf() {
            return Optional.of(qdisc);
        }

        @Override
        public Optional<Qdisc> graft(Qdisc newLeaf) {
            Qdisc old = qdisc;
            qdisc = newLeaf;
            return Optional.of(old);
        }

        @Override
        public void vacate() {
            qdisc = defaultLeaf();
        }

        private Qdisc defaultLeaf() {
            return new Fifo(seatBelow(number), Fifo.Kind.PFIFO, OptionalLong.empty());
        }
    }
}
