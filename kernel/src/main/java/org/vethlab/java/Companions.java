package org.vethlab.java;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The threads that a cell has started, or has lent its code to. When the cell is interrupted, they end with it. */
final class Companions {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int LOOKS = 5;
    private static final String CELL_CLASS = "REPL.$JShell$";

    /** JShell gives each snippet of a cell a group of its own. */
    private final Set<ThreadGroup> groups = ConcurrentHashMap.newKeySet();

    /** A new cell begins: what earlier ones have started in the background is theirs. */
    void begin() {
        groups.clear();
    }

    /** This thread runs a snippet of the cell. */
    void join() {
        groups.add(Thread.currentThread().getThreadGroup());
    }

    /** Keeps this thread until no other of the cell is busy: only as long as a snippet runs can JShell stop anything. */
    void outlast() {
        others().forEach(Thread::interrupt);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && others().anyMatch(Companions::isBusy)) {
            Thread.onSpinWait();
        }
    }

    /**
     * Ends those that JShell does not stop: threads that an earlier snippet of the cell has started, and what the common
     * pool does for it (parallel streams). A JVM of 20 or newer cannot; there JShell's own checks end a thread at its next
     * loop, and the pool ends with its share of the work.
     */
    @SuppressWarnings({"removal", "deprecation"})
    void stop() {
        try {
            others().filter(Companions::isBusy).forEach(Thread::stop);
            Thread.getAllStackTraces().entrySet().stream()
                    .filter(Companions::isLent)
                    .map(Map.Entry::getKey)
                    .forEach(Thread::stop);
        } catch (UnsupportedOperationException e) {
            return;
        }
    }

    /** Whether any goes on. Looks several times: between two shares of its work the pool is not the cell's. */
    boolean areBusy() throws InterruptedException {
        for (int i = 0; i < LOOKS; i++) {
            if (others().anyMatch(Companions::isBusy)
                    || Thread.getAllStackTraces().entrySet().stream().anyMatch(Companions::isLent)) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }

    private static boolean isLent(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey() instanceof ForkJoinWorkerThread && runsCell(List.of(thread.getValue()));
    }

    private static boolean runsCell(List<StackTraceElement> frames) {
        return frames.stream().anyMatch(frame -> frame.getClassName().startsWith(CELL_CLASS));
    }

    private Stream<Thread> others() {
        Thread self = Thread.currentThread();
        return groups.stream().flatMap(Companions::threads).filter(thread -> thread != self);
    }

    private static Stream<Thread> threads(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 8];
        return Arrays.stream(threads, 0, group.enumerate(threads));
    }

    private static boolean isBusy(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.TIMED_WAITING;
    }
}
