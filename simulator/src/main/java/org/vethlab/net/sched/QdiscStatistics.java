package org.vethlab.net.sched;

/** Counters of a qdisc or class (gnet_stats_basic and gnet_stats_queue). */
public final class QdiscStatistics {
    public long bytes;
    public long packets;
    public long drops;
    public long overlimits;
    public long requeues;
    public long backlog;
    public long queueLength;

    void queued(Packet packet) {
        queueLength++;
        backlog += packet.length();
    }

    void unqueued(Packet packet) {
        queueLength--;
        backlog -= packet.length();
    }

    /** It leaves the queue for the device or the parent (qdisc_bstats_update). */
    void sent(Packet packet) {
        bytes += packet.length();
        packets++;
    }
}
