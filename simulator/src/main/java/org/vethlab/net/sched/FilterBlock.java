package org.vethlab.net.sched;

/** The filters of one place, by priority (struct tcf_block). */
final class FilterBlock {
    private final Qdisc owner;

    FilterBlock(Qdisc owner) {
        this.owner = owner;
    }

    Classification classify(Packet packet) {
        return Classification.NOTHING;
    }

    /** Lets a packet pass an ingress or egress point. @return whether it goes on */
    boolean admits(Packet packet) {
        return !classify(packet).isDropped();
    }

    boolean names(Handle classId) {
        return false;
    }
}
