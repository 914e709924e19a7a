package org.vethlab.time;

/**
 * When the kernel's timers go off (kernel/time/timer.c; HZ is 250). Surprising: always late, the later the longer they
 * run, because a coarser wheel turns for longer times: a timer of one second up to 32 ms, of five seconds up to 256 ms.
 * How late depends on where the wheel stands; here it is always the mean, half a slot, so that what a lab shows does not
 * hang on how many commands came before. All count from the last tick, so that what was set in the same one goes off
 * together.
 */
public final class TimerWheel {
    private static final long JIFFY = 4_000_000;
    private static final int SLOTS = 64;
    private static final int LEVEL_SHIFT = 3;

    private TimerWheel() {}

    /** How long a timer runs that is set at {@code now} for {@code delay} nanoseconds. */
    public static long delay(long now, long delay) {
        long jiffies = (delay + JIFFY - 1) / JIFFY;
        int shift = 0;
        while (jiffies >= (long) (SLOTS - 1) << shift) {
            shift += LEVEL_SHIFT;
        }
        long late = Math.max(JIFFY, (JIFFY << shift) / 2);
        return jiffies * JIFFY + late - now % JIFFY;
    }
}
