package org.vethlab.net.sched;

/**
 * A rate with its burst as tc hands them to the kernel (struct tc_ratespec and a burst in ticks of 64 ns).
 *
 * @param rate bytes per second
 * @param burst what may be sent at once, as time, in ticks
 * @param burstBytes the same in bytes, where tc tells that too (tbf)
 * @param overhead bytes added to each packet
 * @param mpu fewest bytes that a packet counts
 */
public record RateSpec(long rate, long burst, long burstBytes, int overhead, int mpu, boolean atm) {
    /** Nanoseconds in a tick (PSCHED_SHIFT). */
    private static final int TICK_SHIFT = 6;

    private static final long NANOSECONDS = 1_000_000_000L;

    static long nanosOf(long ticks) {
        return ticks << TICK_SHIFT;
    }

    static long ticksOf(long nanos) {
        return nanos >> TICK_SHIFT;
    }

    RateSpec withBurst(long ticks) {
        return new RateSpec(rate, ticks, burstBytes, overhead, mpu, atm);
    }

    /**
     * How long so many bytes take (psched_l2t_ns). The kernel multiplies by a 32-bit fraction, so the last digits are
     * rounded down as there.
     */
    long nanos(long length) {
        long size = Math.max(length + overhead, mpu);
        if (atm) {
            size = (size + 47) / 48 * 53;
        }
        long factor = NANOSECONDS;
        int shift = 0;
        long multiplier = Long.divideUnsigned(factor, Math.max(1, rate));
        while ((multiplier & 1L << 31) == 0 && factor >= 0) {
            factor <<= 1;
            shift++;
            multiplier = Long.divideUnsigned(factor, Math.max(1, rate));
        }
        return size * multiplier >>> shift;
    }
}
