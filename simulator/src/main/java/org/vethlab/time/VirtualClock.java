package org.vethlab.time;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/**
 * Simulated time in nanoseconds since the world began. What is due now waits in a queue, in order of arrival; what is
 * due later in a heap, equal times in order of arrival. Nothing here runs by itself: {@link #runNext()} is the pump.
 */
public final class VirtualClock {
    /** No time: what waits for it waits for ever. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The date on which every world begins: 2026-01-05 09:00:00 UTC, a Monday, in seconds since 1970. */
    private static final long BEGINNING = 1_767_603_600L;

    private final ArrayDeque<Runnable> dueNow = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long now;
    private long sequence;
    private int cause;

    public long now() {
        return now;
    }

    /** The date at which the clock read zero, in seconds since 1970. */
    public long bootSeconds() {
        return BEGINNING;
    }

    /** The date, in nanoseconds since 1970 (CLOCK_REALTIME). */
    public long date() {
        return BEGINNING * 1_000_000_000L + now;
    }

    /**
     * On whose account things happen now: a number that every event and every task inherits from what started it, and 0
     * for nobody's. It says which packet caused which, and decides nothing.
     */
    public int cause() {
        return cause;
    }

    public void cause(int newCause) {
        cause = newCause;
    }

    /** Runs {@code action} as soon as what is running has ended, behind all that is due now. */
    public void soon(Runnable action) {
        dueNow.add(cause == 0 ? action : onAccountOf(cause, action));
    }

    private Runnable onAccountOf(int its, Runnable action) {
        return () -> {
            cause = its;
            action.run();
        };
    }

    /** Runs {@code action} after {@code delay} nanoseconds (at least 0), unless the timer is cancelled before. */
    public Timer after(long delay, Runnable action) {
        Timer timer = new Timer(action);
        start(timer, delay);
        return timer;
    }

    /** A timer that fires only once {@link #start} is called: for events that come again and again. */
    public Timer idle(Runnable action) {
        return new Timer(action);
    }

    /** Starts a timer, or starts it anew, {@code delay} nanoseconds (at least 0) from now. */
    public void start(Timer timer, long delay) {
        if (timer.isQueued()) {
            timers.remove(timer);
        }
        long due = now + Math.max(0, delay);
        timer.start(due < now ? NEVER : due, sequence++, cause);
        timers.add(timer);
    }

    /** When the next event is due: now, a later time, or {@link #NEVER}. */
    public long nextDue() {
        if (!dueNow.isEmpty()) {
            return now;
        }
        while (!timers.isEmpty() && timers.peek().isCancelled()) {
            timers.remove().dequeued();
        }
        Timer next = timers.peek();
        return next == null ? NEVER : Math.max(now, next.due());
    }

    /** Moves the time to the next event and runs that one event; false when there is none. */
    public boolean runNext() {
        long due = nextDue();
        if (due == NEVER) {
            return false;
        }
        now = due;
        Runnable action = dueNow.poll();
        if (action != null) {
            cause = 0;
            action.run();
        } else {
            Timer timer = timers.remove();
            cause = timer.cause();
            timer.fire();
        }
        cause = 0;
        return true;
    }

    /** Runs all events that are due up to {@code nanos} from now, and leaves the time there. For tests and builders. */
    public void advance(long nanos) {
        long end = now + nanos;
        while (nextDue() <= end) {
            runNext();
        }
        now = end;
    }
}
