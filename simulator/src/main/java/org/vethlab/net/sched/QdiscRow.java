package org.vethlab.net.sched;

/** A qdisc as a dump tells it (tc_fill_qdisc). {@code references} is 1 for all but roots. */
public record QdiscRow(
        String kind,
        Handle handle,
        Handle parent,
        int references,
        QdiscOptions options,
        QdiscStatistics statistics,
        QueueReport report) {
    static QdiscRow of(Qdisc qdisc) {
        return new QdiscRow(
                qdisc.kind(),
                qdisc.handle(),
                qdisc.parent(),
                qdisc.references(),
                qdisc.options(),
                qdisc.statistics(),
                qdisc.report());
    }
}
