package org.vethlab.net.sched;

import java.util.Optional;

/** ingress and clsact (sch_ingress.c): no queues, only places for filters. */
final class IngressPoint extends Qdisc {
    private final boolean both;
    private final FilterBlock arriving = new FilterBlock(this, true);
    private final FilterBlock leaving = new FilterBlock(this);

    /** @param both clsact, which has filters for leaving packets too */
    IngressPoint(Seat seat, boolean both) {
        super(seat);
        this.both = both;
    }

    @Override
    public String kind() {
        return both ? "clsact" : "ingress";
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.None();
    }

    @Override
    boolean enqueue(Packet packet) {
        return true;
    }

    @Override
    Optional<Packet> dequeue() {
        return Optional.empty();
    }

    /** Counts a packet that arrives, and asks the filters. */
    Classification arrives(Packet packet) {
        statistics().sent(packet);
        Classification result = arriving.classify(packet);
        statistics().drops += result.fate() == Classification.Fate.DROPPED ? 1 : 0;
        return result;
    }

    FilterBlock arriving() {
        return arriving;
    }

    boolean watchesLeaving() {
        return both;
    }

    FilterBlock leaving() {
        return leaving;
    }

    @Override
    boolean isClassful() {
        return true;
    }

    /** A plain ingress takes any minor number for the one place that it has (ingress_find, ingress_tcf_block). */
    @Override
    Optional<FilterBlock> block(Handle parent) {
        if (!both) {
            return Optional.of(arriving);
        }
        return switch (parent.minor()) {
            case 0xfff2 -> Optional.of(arriving);
            case 0xfff3 -> Optional.of(leaving);
            default -> Optional.empty();
        };
    }
}
