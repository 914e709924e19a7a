package org.vethlab.net.sched;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Fair queueing with controlled delay (sch_fq_codel.c). */
final class FairQueueCodel extends SimpleQueue {
    private static final long DEFAULT_LIMIT = 10 * 1024;
    private static final long DEFAULT_FLOWS = 1024;
    private static final long DEFAULT_TARGET = 4_999;
    private static final long DEFAULT_INTERVAL = 99_999;
    private static final long DEFAULT_MEMORY = 32 << 20;
    private static final long DEFAULT_BATCH = 64;

    private QdiscOptions.FairQueueCodel settings;
    private long dropOverLimit;
    private long newFlows;

    FairQueueCodel(Seat seat, QdiscOptions options) {
        super(seat);
        settings = new QdiscOptions.FairQueueCodel(
                OptionalLong.of(DEFAULT_LIMIT),
                OptionalLong.of(DEFAULT_FLOWS),
                OptionalLong.of(traffic().largestFrame()),
                OptionalLong.of(DEFAULT_TARGET),
                OptionalLong.of(DEFAULT_INTERVAL),
                OptionalLong.of(DEFAULT_MEMORY),
                Optional.of(true),
                OptionalLong.empty(),
                OptionalLong.of(DEFAULT_BATCH));
        if (options instanceof QdiscOptions.FairQueueCodel wanted) {
            take(wanted);
        }
    }

    @Override
    public String kind() {
        return "fq_codel";
    }

    @Override
    boolean canBeBypassed() {
        return true;
    }

    @Override
    public QdiscOptions options() {
        return settings;
    }

    /** The number of flows cannot change any more. */
    @Override
    void change(QdiscOptions options) {
        if (!(options instanceof QdiscOptions.FairQueueCodel wanted)) {
            return;
        }
        if (wanted.flows().isPresent()) {
            throw new NetException(Errno.EINVAL);
        }
        take(wanted);
    }

    private void take(QdiscOptions.FairQueueCodel wanted) {
        settings = new QdiscOptions.FairQueueCodel(
                Presence.or(wanted.limit(), settings.limit()),
                Presence.or(wanted.flows(), settings.flows()),
                Presence.or(Presence.atLeast(256, wanted.quantum()), settings.quantum()),
                Presence.or(Presence.codelTime(wanted.target()), settings.target()),
                Presence.or(Presence.codelTime(wanted.interval()), settings.interval()),
                Presence.or(wanted.memoryLimit(), settings.memoryLimit()),
                wanted.ecn().or(settings::ecn),
                Presence.or(Presence.codelTime(wanted.ceThreshold()), settings.ceThreshold()),
                Presence.or(wanted.dropBatch(), settings.dropBatch()));
    }

    @Override
    boolean hasRoomFor(Packet packet) {
        return statistics().queueLength < settings.limit().orElse(DEFAULT_LIMIT);
    }

    @Override
    void flowBegins() {
        newFlows++;
    }

    @Override
    void overLimit() {
        dropOverLimit++;
    }

    @Override
    public QueueReport report() {
        return new QueueReport.FairQueueCodel(longest(), dropOverLimit, newFlows);
    }
}
