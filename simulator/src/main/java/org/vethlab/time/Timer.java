package org.vethlab.time;

/** An event in the future of a {@link VirtualClock}. */
public final class Timer implements Comparable<Timer> {
    private final Runnable action;
    private long due;
    private long sequence;
    private int cause;
    private boolean pending;
    private boolean queued;

    Timer(Runnable action) {
        this.action = action;
    }

    void start(long newDue, long newSequence, int newCause) {
        due = newDue;
        sequence = newSequence;
        cause = newCause;
        pending = true;
        queued = true;
    }

    /** Clock time, in nanoseconds, at which it fires. */
    public long due() {
        return due;
    }

    /** Makes it never fire; of no effect once it has fired. */
    public void cancel() {
        pending = false;
    }

    /** Whether it is still going to fire. */
    public boolean isPending() {
        return pending;
    }

    /** On whose account it was started. */
    int cause() {
        return cause;
    }

    boolean isCancelled() {
        return !pending;
    }

    /** Whether the clock's heap holds it, cancelled or not. */
    boolean isQueued() {
        return queued;
    }

    void dequeued() {
        queued = false;
    }

    void fire() {
        queued = false;
        pending = false;
        action.run();
    }

    @Override
    public int compareTo(Timer other) {
        int first = Long.compare(due, other.due);
        return first != 0 ? first : Long.compare(sequence, other.sequence);
    }
}
