package org.vethlab.net.sched;

import java.util.Optional;
import org.vethlab.net.sched.QdiscOptions.Chance;
import org.vethlab.net.sched.QdiscOptions.Correlations;
import org.vethlab.net.sched.QdiscOptions.Distribution;
import org.vethlab.net.sched.QdiscOptions.LossModel;
import org.vethlab.net.sched.QdiscOptions.NetemRate;

/**
 * The settings in force. Delay, loss, duplication, gap and limit are set anew by every change; the others stay as they
 * were unless the change names them, so a {@code replace} can leave an old rate behind (netem_change).
 */
final class NetemSettings {
    private static final Chance ALWAYS = new Chance(0xffff_ffffL, 0);
    private static final NetemRate NO_RATE = new NetemRate(0, 0, 0, 0);
    private static final long NANOSECONDS = 1_000_000_000L;

    private long limit;
    private long latency;
    private long jitter;
    private long loss;
    private long gap;
    private long duplicate;
    private Correlations correlations = Correlations.NONE;
    private Chance reorder = Chance.NEVER;
    private Chance corrupt = Chance.NEVER;
    private NetemRate rate = NO_RATE;
    private Optional<LossModel> lossModel = Optional.empty();
    private Optional<Distribution> distribution = Optional.empty();
    private boolean ecn;

    /** What is set even if the rest of the change is refused. */
    void begin(QdiscOptions.Netem wanted) {
        limit = wanted.limit();
        latency = wanted.latency();
        jitter = wanted.jitter();
        loss = wanted.loss();
        gap = wanted.gap();
    }

    void take(QdiscOptions.Netem wanted) {
        duplicate = wanted.duplicate();
        if (gap > 0) {
            reorder = ALWAYS;
        }
        correlations = wanted.correlations().orElse(correlations);
        reorder = wanted.reorder().orElse(reorder);
        corrupt = wanted.corrupt().orElse(corrupt);
        rate = wanted.rate().orElse(rate);
        lossModel = wanted.lossModel();
        distribution = wanted.distribution().or(() -> distribution);
        ecn |= wanted.ecn();
    }

    QdiscOptions.Netem dump() {
        return new QdiscOptions.Netem(
                limit,
                latency,
                jitter,
                loss,
                gap,
                duplicate,
                Optional.of(correlations),
                Optional.of(reorder),
                Optional.of(corrupt),
                Optional.of(rate),
                lossModel,
                distribution,
                ecn);
    }

    long limit() {
        return limit;
    }

    /** Nanoseconds. */
    long latency() {
        return RateSpec.nanosOf(latency);
    }

    /** Nanoseconds. */
    long jitter() {
        return RateSpec.nanosOf(jitter);
    }

    long loss() {
        return loss;
    }

    long gap() {
        return gap;
    }

    long duplicate() {
        return duplicate;
    }

    Correlations correlations() {
        return correlations;
    }

    Chance reorder() {
        return reorder;
    }

    Chance corrupt() {
        return corrupt;
    }

    NetemRate rate() {
        return rate;
    }

    Optional<LossModel> lossModel() {
        return lossModel;
    }

    Optional<Distribution> distribution() {
        return distribution;
    }

    /** A copy goes through the root qdisc again, and must not be doubled there once more. */
    void withoutDuplication(Runnable action) {
        long before = duplicate;
        duplicate = 0;
        action.run();
        duplicate = before;
    }

    /** How long so many bytes take at the rate, in cells if there are such (packet_time_ns). */
    long packetTime(int bytes) {
        long length = (long) bytes + rate.packetOverhead();
        if (rate.cellSize() > 0) {
            long cells = (length + rate.cellSize() - 1) / rate.cellSize();
            length = cells * (rate.cellSize() + rate.cellOverhead());
        }
        return length * NANOSECONDS / rate.rate();
    }
}
