package org.vethlab.time;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A thread of execution in virtual time. Of all tasks of a {@link Scheduler} exactly one runs at a time. */
public final class Task {
    final String name;
    final Semaphore baton = new Semaphore(0);
    final @Nullable Runnable body;
    boolean started;
    boolean queued;
    boolean parked;

    /** On whose account it runs; 0 for its own: then it acts on that of whoever wakes it. */
    int cause;

    int wokenFor;

    Task(String name, @Nullable Runnable body) {
        this.name = name;
        this.body = body;
    }

    @Override
    public String toString() {
        return name;
    }
}
