package org.vethlab.net.sched;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Stochastic fairness queueing (sch_sfq.c). */
final class StochasticFairness extends SimpleQueue {
    private static final long MAX_DEPTH = 127;
    private static final long DEFAULT_FLOWS = 128;
    private static final long DEFAULT_DIVISOR = 1024;
    private static final long MAX_DIVISOR = 65536;

    private QdiscOptions.FairHash settings;

    StochasticFairness(Seat seat, QdiscOptions options) {
        super(seat);
        settings = new QdiscOptions.FairHash(
                OptionalLong.of(MAX_DEPTH),
                OptionalLong.of(traffic().largestFrame()),
                OptionalInt.of(0),
                OptionalLong.of(DEFAULT_DIVISOR),
                OptionalLong.of(DEFAULT_FLOWS),
                OptionalLong.of(MAX_DEPTH),
                false);
        change(options);
    }

    @Override
    public String kind() {
        return "sfq";
    }

    @Override
    boolean canBeBypassed() {
        return true;
    }

    @Override
    public QdiscOptions options() {
        return settings;
    }

    /** Zeros in a request stand for what is there already (sfq_change); the period of perturbation is always taken. */
    @Override
    void change(QdiscOptions options) {
        if (!(options instanceof QdiscOptions.FairHash wanted)) {
            return;
        }
        long divisor = wanted.divisor().orElse(0);
        if (divisor > MAX_DIVISOR || (divisor & (divisor - 1)) != 0) {
            throw new NetException(Errno.EINVAL);
        }
        long flows = settings.flows().orElse(0);
        long depth = wanted.depth().isPresent()
                ? Math.min(wanted.depth().getAsLong(), MAX_DEPTH)
                : settings.depth().orElse(MAX_DEPTH);
        long newFlows = wanted.flows().isPresent() ? Math.min(wanted.flows().getAsLong(), 65408) : flows;
        long limit = wanted.limit().isPresent()
                ? Math.min(wanted.limit().getAsLong(), depth * newFlows)
                : settings.limit().orElse(MAX_DEPTH);
        settings = new QdiscOptions.FairHash(
                OptionalLong.of(limit),
                Presence.or(wanted.quantum(), settings.quantum()),
                wanted.perturb(),
                divisor == 0 ? settings.divisor() : wanted.divisor(),
                OptionalLong.of(wanted.limit().isPresent() ? Math.min(newFlows, limit) : newFlows),
                OptionalLong.of(depth),
                wanted.headDrop() || settings.headDrop());
    }

    @Override
    boolean hasRoomFor(Packet packet) {
        return statistics().queueLength < settings.limit().orElse(MAX_DEPTH);
    }
}
