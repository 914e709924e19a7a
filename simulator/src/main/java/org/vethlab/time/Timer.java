package org.vethlab.time;

import org.jspecify.annotations.Nullable;

/** An event in the future of a {@link VirtualClock}. */
public final class Timer implements Comparable<Timer> {
    private final long due;
    private final long sequence;
    private @Nullable Runnable action;

    Timer(long due, long sequence, Runnable action) {
        this.due = due;
        this.sequence = sequence;
        this.action = action;
    }

    /** Clock time, in nanoseconds, at which it fires. */
    public long due() {
        return due;
    }

    /** Makes it never fire; of no effect once it has fired. */
    public void cancel() {
        action = null;
    }

    /** Whether it is still going to fire. */
    public boolean isPending() {
        return action != null;
    }

    boolean isCancelled() {
        return action == null;
    }

    void fire() {
        Runnable fired = action;
        action = null;
        if (fired != null) {
            fired.run();
        }
    }

    @Override
    public int compareTo(Timer other) {
        int first = Long.compare(due, other.due);
        return first != 0 ? first : Long.compare(sequence, other.sequence);
    }
}
