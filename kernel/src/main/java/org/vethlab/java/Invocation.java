package org.vethlab.java;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vethlab.java.api.NotebookLab;

/**
 * One run of a cell's own code on a thread of its own. JShell's controls hand on the value as text only; this keeps the
 * object.
 */
public final class Invocation {
    /** JShell calls this in place of the snippet's method. */
    static final Method ENTRY = entry();

    private static final InheritableThreadLocal<Invocation> CURRENT = new InheritableThreadLocal<>();

    /** A cell's own code. */
    interface Code {
        @Nullable Object run() throws Throwable;
    }

    private final Code code;
    private final NotebookLab lab;
    private final CellControl control;
    private final Thread controller = Thread.currentThread();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Object value;

    Invocation(Code code, NotebookLab lab, CellControl control) {
        this.code = code;
        this.lab = lab;
        this.control = control;
    }

    /** The one that runs on this thread, or that started the thread. */
    static Invocation current() {
        return CURRENT.get();
    }

    /** The lab of the notebook whose cell runs on this thread. */
    public static NotebookLab currentLab() {
        return current().lab;
    }

    /** Makes it the one that the next thread started here runs. */
    void announce() {
        CURRENT.set(this);
    }

    Optional<Object> value() {
        return Optional.ofNullable(value);
    }

    /** Wakes the code if it sleeps or waits. */
    void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** What a cell has thrown: JShell describes it when a snippet throws it again. */
    public static Throwable failure() {
        return current().control.failure();
    }

    /** Runs the current one. */
    public static void call() throws Throwable {
        current().run();
    }

    private void run() throws Throwable {
        thread = Thread.currentThread();
        control.companions().join();
        awaitJoin();
        Thread.setDefaultUncaughtExceptionHandler(Invocation::report);
        try {
            value = code.run();
        } finally {
            control.end();
            thread = null;
        }
    }

    /**
     * The control waits for all threads that there are when it looks; a snippet that starts a thread at once would have
     * its cell wait for that, too. It may have to look from the processor that this runs on.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private void awaitJoin() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        while (controller.getState() != Thread.State.WAITING && System.nanoTime() < end) {
            Thread.yield();
        }
    }

    /** A thread of a cell ended by an exception: said in that cell's output. */
    private static void report(Thread thread, Throwable thrown) {
        if (!(thrown instanceof StoppedError || thrown instanceof ThreadDeath)) {
            System.err.println("thread " + thread.getName() + " ended: " + thrown);
        }
    }

    private static Method entry() {
        try {
            return Invocation.class.getMethod("call");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
