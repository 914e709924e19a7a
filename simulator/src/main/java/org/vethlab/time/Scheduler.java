package org.vethlab.time;

import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the baton round: programs are straight-line code that blocks on virtual time, and exactly one of them runs at
 * a time. The foreground runs on the thread that calls {@link #run}; each background task has a thread of its own.
 * Whoever blocks pumps the clock until some task is ready, and hands the baton to that one. When the foreground returns,
 * time stands still until the next {@link #run}.
 */
public final class Scheduler {
    private final VirtualClock clock;
    private final ArrayDeque<Task> ready = new ArrayDeque<>();
    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();
    private volatile boolean anyPosted;
    private BooleanSupplier paced = () -> false;
    private @Nullable Task current;
    private @Nullable RuntimeException failure;
    private long paceVirtual;
    private long paceWall;

    public Scheduler(VirtualClock clock) {
        this.clock = clock;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** While this says true, virtual time moves no faster than the wall clock (endless foreground programs). */
    public void paceWhile(BooleanSupplier condition) {
        paced = condition;
    }

    /** Runs the foreground on this thread. One at a time; a second caller waits. */
    public synchronized void run(Runnable foreground) {
        Task task = new Task("foreground", null);
        task.started = true;
        current = task;
        paceWall = 0;
        try {
            foreground.run();
        } finally {
            current = null;
        }
    }

    /** Starts a background task; it runs once the running one blocks. */
    public Task spawn(String name, Runnable body) {
        Task task = new Task(name, body);
        enqueue(task);
        return task;
    }

    /** The task that has the baton. */
    public Task current() {
        Task task = current;
        if (task == null) {
            throw new IllegalStateException("nothing runs");
        }
        return task;
    }

    /**
     * Blocks the running task until {@link #unpark} or until the clock reads {@code deadline} ({@link VirtualClock#NEVER}
     * for no deadline). It may return early: callers look again at what they wait for.
     */
    public void park(long deadline) {
        Task me = current();
        me.parked = true;
        Timer timer = deadline == VirtualClock.NEVER ? null : clock.after(deadline - clock.now(), () -> unpark(me));
        passBaton(me);
        me.parked = false;
        if (timer != null) {
            timer.cancel();
        }
        RuntimeException thrown = failure;
        if (thrown != null && me.body == null) {
            failure = null;
            throw thrown;
        }
    }

    /** Makes a parked task ready. Of no effect on one that is not parked. */
    public void unpark(Task task) {
        if (task.parked) {
            enqueue(task);
        }
    }

    /** Runs {@code action} with the baton held, soon: the one door for other threads (an interrupt, typed input). */
    public void post(Runnable action) {
        synchronized (posted) {
            posted.add(action);
            anyPosted = true;
            posted.notifyAll();
        }
    }

    /** Runs what other threads have posted; a task that computes without blocking calls this now and then. */
    public void runPosted() {
        while (anyPosted) {
            Runnable action;
            synchronized (posted) {
                action = posted.poll();
                anyPosted = !posted.isEmpty();
            }
            if (action != null) {
                action.run();
            }
        }
    }

    private void enqueue(Task task) {
        if (!task.queued) {
            task.queued = true;
            ready.add(task);
        }
    }

    /** Gives the baton to the next ready task and, unless {@code me} has ended (null), waits to get it back. */
    private void passBaton(@Nullable Task me) {
        Task next = nextReady();
        current = next;
        if (next == me) {
            return;
        }
        if (next.started) {
            next.baton.release();
        } else {
            start(next);
        }
        if (me != null) {
            me.baton.acquireUninterruptibly();
        }
    }

    private void start(Task task) {
        task.started = true;
        Thread thread = new Thread(
                () -> {
                    try {
                        Runnable body = task.body;
                        if (body != null) {
                            body.run();
                        }
                    } catch (RuntimeException e) {
                        failure = e;
                    } finally {
                        passBaton(null);
                    }
                },
                task.name);
        thread.setDaemon(true);
        thread.start();
    }

    private Task nextReady() {
        while (true) {
            runPosted();
            Task next = ready.poll();
            if (next != null) {
                next.queued = false;
                return next;
            }
            pump();
        }
    }

    private void pump() {
        long due = clock.nextDue();
        if (due == VirtualClock.NEVER) {
            waitOutside(0);
            return;
        }
        if (!paced.getAsBoolean()) {
            paceWall = 0;
            clock.runNext();
            return;
        }
        if (paceWall == 0) {
            paceWall = System.nanoTime();
            paceVirtual = clock.now();
        }
        long early = (due - paceVirtual) - (System.nanoTime() - paceWall);
        if (early > 0) {
            waitOutside(early / 1_000_000 + 1);
        } else {
            clock.runNext();
        }
    }

    /** Waits in wall time for something posted; at most {@code millis}, or without end for 0. */
    private void waitOutside(long millis) {
        synchronized (posted) {
            try {
                if (!anyPosted) {
                    posted.wait(millis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupt programs with Scheduler.post, not their threads", e);
            }
        }
    }
}
