package org.vethlab.time;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the baton round: programs are straight-line code that blocks on virtual time, and exactly one of them runs at
 * a time. The foreground runs on the thread that calls {@link #run}; each background task has a thread of its own.
 * Whoever blocks pumps the clock until some task is ready, and hands the baton to that one. When the foreground returns,
 * time stands still until the next {@link #run}.
 */
public final class Scheduler {
    private final VirtualClock clock;
    private final Outside outside = new Outside();
    private final Pace pace;
    private final ArrayDeque<Task> ready = new ArrayDeque<>();
    private final ArrayDeque<Worker> idle = new ArrayDeque<>();
    private Consumer<Throwable> failures = this::keepFailure;
    private @Nullable Task current;
    private @Nullable Throwable failure;

    public Scheduler(VirtualClock clock) {
        this.clock = clock;
        this.pace = new Pace(clock, outside);
    }

    public VirtualClock clock() {
        return clock;
    }

    /** While this says true, virtual time moves no faster than the wall clock (endless foreground programs). */
    public void paceWhile(BooleanSupplier condition) {
        pace.onlyWhile(condition);
    }

    /**
     * Who hears of exceptions that no program caused: from events of the clock and from tasks. Everything else goes on.
     * Unless somebody is named here, {@link #run} throws the first one at its end.
     */
    public void onFailure(Consumer<Throwable> handler) {
        failures = handler;
    }

    /** Runs the foreground on this thread. One at a time; a second caller waits. */
    public synchronized void run(Runnable foreground) {
        Task task = new Task("foreground", null);
        task.started = true;
        current = task;
        clock.cause(0);
        pace.restart();
        try {
            foreground.run();
        } finally {
            current = null;
            outside.restoreInterrupt();
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw new IllegalStateException("an event failed: " + thrown, thrown);
        }
    }

    /** Lets the threads go that wait for work; tasks that have not ended stay as they are. */
    public synchronized void close() {
        while (!idle.isEmpty()) {
            idle.pop().work(null);
        }
    }

    /** Starts a background task; it runs once the running one blocks. */
    public Task spawn(String name, Runnable body) {
        Task task = new Task(name, body);
        task.cause = clock.cause();
        enqueue(task);
        return task;
    }

    /** The running task, and all that it starts, acts on account of {@code cause} from now on. */
    public void actOnAccountOf(int cause) {
        current().cause = cause;
        clock.cause(cause);
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
        clock.cause(me.cause);
        Timer timer = deadline == VirtualClock.NEVER ? null : clock.after(deadline - clock.now(), () -> unpark(me));
        Task next = nextReady();
        current = next;
        if (next != me) {
            resume(next);
            me.baton.acquireUninterruptibly();
        }
        me.parked = false;
        resumeAccount(me);
        if (timer != null) {
            timer.cancel();
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
        outside.post(action);
    }

    /**
     * Asks something with the baton held, from another thread.
     *
     * @return empty if whoever has the baton keeps it for longer than so many milliseconds of the wall clock; an answer
     *     that has been begun is waited for
     */
    public <T> Optional<T> ask(Supplier<T> question, long millis) {
        FutureTask<T> task = new FutureTask<>(question::get);
        AtomicBoolean settled = new AtomicBoolean();
        post(() -> {
            if (settled.compareAndSet(false, true)) {
                task.run();
            }
        });
        try {
            return answer(task, settled, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the question failed", e.getCause());
        }
    }

    private static <T> Optional<T> answer(FutureTask<T> task, AtomicBoolean settled, long millis)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(task.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return settled.compareAndSet(false, true) ? Optional.empty() : Optional.of(task.get());
        }
    }

    /** Runs what other threads have posted; a task that computes without blocking calls this now and then. */
    public void runPosted() {
        outside.runPosted(this::runSafely);
    }

    private void resumeAccount(Task task) {
        clock.cause(task.cause != 0 ? task.cause : task.wokenFor);
        task.wokenFor = 0;
    }

    private void enqueue(Task task) {
        if (!task.queued) {
            task.queued = true;
            task.wokenFor = clock.cause();
            ready.add(task);
        }
    }

    private void resume(Task task) {
        if (task.started) {
            task.baton.release();
            return;
        }
        Worker worker = idle.poll();
        if (worker == null) {
            new Worker(task).start();
        } else {
            worker.work(task);
        }
    }

    /** Pumps the clock until a task is ready. */
    private Task nextReady() {
        while (true) {
            runPosted();
            Task next = ready.poll();
            if (next != null) {
                next.queued = false;
                return next;
            }
            if (clock.nextDue() == VirtualClock.NEVER) {
                outside.await(0);
            } else if (pace.mayMove()) {
                runSafely(clock::runNext);
            }
        }
    }

    private void runSafely(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            failures.accept(e);
        }
    }

    private void keepFailure(Throwable thrown) {
        failure = failure == null ? thrown : failure;
    }

    /** A thread that runs tasks, one after the other; it waits among the idle ones when there is none. */
    private final class Worker extends Thread {
        private final Semaphore given = new Semaphore(0);
        private @Nullable Task task;

        Worker(Task first) {
            super("vethlab-" + first.name);
            task = first;
            setDaemon(true);
        }

        void work(@Nullable Task next) {
            task = next;
            given.release();
        }

        @Override
        public void run() {
            for (Task mine = task; mine != null; mine = task) {
                runOne(mine);
                task = null;
                Task next = nextReady();
                current = next;
                if (next.started) {
                    idle.push(this);
                    next.baton.release();
                    given.acquireUninterruptibly();
                } else {
                    task = next;
                }
            }
        }

        private void runOne(Task mine) {
            mine.started = true;
            resumeAccount(mine);
            Runnable body = mine.body;
            if (body != null) {
                runSafely(body);
            }
        }
    }
}
