package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Settings of a qdisc, as a request asks for them and as a dump tells them: what a request leaves out is empty and
 * stays as it is, in a dump nothing is empty.
 */
public sealed interface QdiscOptions {
    /** No settings at all: ingress, clsact, noqueue. */
    record None() implements QdiscOptions {}

    /** pfifo, bfifo, pfifo_head_drop: packets, or bytes. */
    record Fifo(OptionalLong limit) implements QdiscOptions {}

    /** prio, pfifo_fast: which of the bands each of the sixteen priorities goes to. */
    record Bands(int bands, List<Integer> priorityMap) implements QdiscOptions {}

    /** tbf; the burst of {@code peak} is its MTU. {@code limit} in bytes. */
    record TokenBucket(RateSpec rate, Optional<RateSpec> peak, long limit) implements QdiscOptions {}

    /** htb. */
    record Htb(long rateToQuantum, int defaultClass, OptionalLong directQueueLength, long directPackets)
            implements QdiscOptions {}

    /** netem: probabilities are fractions of 2^32-1, times are ticks. */
    record Netem(
            long limit,
            long latency,
            long jitter,
            long loss,
            long gap,
            long duplicate,
            Optional<Correlations> correlations,
            Optional<Chance> reorder,
            Optional<Chance> corrupt,
            Optional<NetemRate> rate,
            Optional<LossModel> lossModel,
            Optional<Distribution> distribution,
            boolean ecn)
            implements QdiscOptions {}

    /** How much each random number depends on the one before (struct tc_netem_corr). */
    record Correlations(long delay, long loss, long duplicate) {
        public static final Correlations NONE = new Correlations(0, 0, 0);
    }

    record Chance(long probability, long correlation) {
        public static final Chance NEVER = new Chance(0, 0);
    }

    /** struct tc_netem_rate. */
    record NetemRate(long rate, int packetOverhead, int cellSize, int cellOverhead) {}

    /** Loss with a memory (CLG_4_STATES, CLG_GILB_ELL). */
    sealed interface LossModel {
        record FourStates(long p13, long p31, long p32, long p23, long p14) implements LossModel {}

        record GilbertElliott(long p, long r, long h, long k1) implements LossModel {}
    }

    /** Tables that {@code distribution NAME} may name. */
    enum Distribution {
        NORMAL,
        PARETO,
        PARETONORMAL,
        EXPERIMENTAL
    }

    /** fq_codel; times in microseconds. */
    record FairQueueCodel(
            OptionalLong limit,
            OptionalLong flows,
            OptionalLong quantum,
            OptionalLong target,
            OptionalLong interval,
            OptionalLong memoryLimit,
            Optional<Boolean> ecn,
            OptionalLong ceThreshold,
            OptionalLong dropBatch)
            implements QdiscOptions {}

    /** codel; times in microseconds. */
    record Codel(
            OptionalLong limit,
            OptionalLong target,
            OptionalLong interval,
            Optional<Boolean> ecn,
            OptionalLong ceThreshold)
            implements QdiscOptions {}

    /** sfq. */
    record FairHash(
            OptionalLong limit,
            OptionalLong quantum,
            OptionalInt perturb,
            OptionalLong divisor,
            OptionalLong flows,
            OptionalLong depth,
            boolean headDrop)
            implements QdiscOptions {}

    /** red: bytes. */
    record RandomEarly(long limit, long min, long max, int wlog, int plog, int scell, long maxProbability, int flags)
            implements QdiscOptions {}

    /** fq: times in microseconds, rates in bytes per second. */
    record FairQueue(
            OptionalLong limit,
            OptionalLong flowLimit,
            OptionalLong buckets,
            OptionalLong orphanMask,
            OptionalLong quantum,
            OptionalLong initialQuantum,
            OptionalLong maxRate,
            OptionalLong lowRateThreshold,
            OptionalLong refillDelay,
            OptionalLong timerSlack,
            OptionalLong horizon,
            Optional<Boolean> pacing,
            Optional<Boolean> horizonDrop)
            implements QdiscOptions {}
}
