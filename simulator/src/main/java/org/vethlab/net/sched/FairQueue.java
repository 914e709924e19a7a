package org.vethlab.net.sched;

import java.util.Optional;
import java.util.OptionalLong;

/** Fair queueing with pacing (sch_fq.c). */
final class FairQueue extends SimpleQueue {
    private static final long DEFAULT_LIMIT = 10_000;
    private static final long DEFAULT_FLOW_LIMIT = 100;
    private static final long DEFAULT_BUCKETS = 1024;
    private static final long DEFAULT_LOW_RATE = 550_000 / 8;
    private static final long DEFAULT_REFILL = 40_000;
    private static final long DEFAULT_SLACK = 10_000;
    private static final long DEFAULT_HORIZON = 10_000_000;

    private QdiscOptions.FairQueue settings;
    private long flows;

    FairQueue(Seat seat, QdiscOptions options) {
        super(seat);
        long frame = traffic().largestFrame();
        settings = new QdiscOptions.FairQueue(
                OptionalLong.of(DEFAULT_LIMIT),
                OptionalLong.of(DEFAULT_FLOW_LIMIT),
                OptionalLong.of(DEFAULT_BUCKETS),
                OptionalLong.of(DEFAULT_BUCKETS - 1),
                OptionalLong.of(2 * frame),
                OptionalLong.of(10 * frame),
                OptionalLong.of(0xffff_ffffL),
                OptionalLong.of(DEFAULT_LOW_RATE),
                OptionalLong.of(DEFAULT_REFILL),
                OptionalLong.of(DEFAULT_SLACK),
                OptionalLong.of(DEFAULT_HORIZON),
                Optional.of(true),
                Optional.of(true));
        change(options);
    }

    @Override
    public String kind() {
        return "fq";
    }

    @Override
    public QdiscOptions options() {
        return settings;
    }

    @Override
    void change(QdiscOptions options) {
        if (options instanceof QdiscOptions.FairQueue wanted) {
            settings = new QdiscOptions.FairQueue(
                    Presence.or(wanted.limit(), settings.limit()),
                    Presence.or(wanted.flowLimit(), settings.flowLimit()),
                    Presence.or(wanted.buckets(), settings.buckets()),
                    Presence.or(wanted.orphanMask(), settings.orphanMask()),
                    Presence.or(wanted.quantum(), settings.quantum()),
                    Presence.or(wanted.initialQuantum(), settings.initialQuantum()),
                    Presence.or(wanted.maxRate(), settings.maxRate()),
                    Presence.or(wanted.lowRateThreshold(), settings.lowRateThreshold()),
                    Presence.or(wanted.refillDelay(), settings.refillDelay()),
                    Presence.or(wanted.timerSlack(), settings.timerSlack()),
                    Presence.or(wanted.horizon(), settings.horizon()),
                    wanted.pacing().or(settings::pacing),
                    wanted.horizonDrop().or(settings::horizonDrop));
        }
    }

    @Override
    boolean hasRoomFor(Packet packet) {
        return statistics().queueLength < settings.limit().orElse(DEFAULT_LIMIT);
    }

    @Override
    void flowBegins() {
        flows = Math.max(flows, 1);
    }

    @Override
    public QueueReport report() {
        return new QueueReport.FairQueue(flows);
    }
}
