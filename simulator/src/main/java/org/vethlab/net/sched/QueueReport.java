package org.vethlab.net.sched;

/** Counters that a kind of qdisc has besides the common ones (TCA_XSTATS). */
public sealed interface QueueReport {
    record None() implements QueueReport {}

    record FairQueueCodel(long maxPacket, long dropOverLimit, long newFlowCount) implements QueueReport {}

    record Codel(long maxPacket, long dropOverLimit) implements QueueReport {}

    record RandomEarly() implements QueueReport {}

    record FairQueue(long flows) implements QueueReport {}
}
