package org.vethlab.time;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** The one door between virtual time and the threads outside it: what they post, and waiting for them. */
final class Outside {
    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();
    private volatile boolean anyPosted;
    private boolean interrupted;

    void post(Runnable action) {
        synchronized (posted) {
            posted.add(action);
            anyPosted = true;
            posted.notifyAll();
        }
    }

    void runPosted(Consumer<Runnable> runner) {
        while (anyPosted) {
            Runnable action;
            synchronized (posted) {
                action = posted.poll();
                anyPosted = !posted.isEmpty();
            }
            if (action != null) {
                runner.accept(action);
            }
        }
    }

    /** Waits in wall time for something posted; at most {@code millis}, or without end for 0. */
    void await(long millis) {
        synchronized (posted) {
            try {
                if (!anyPosted) {
                    posted.wait(millis);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** Gives an interrupt of the caller's thread back once its run has ended: programs are interrupted by posting. */
    void restoreInterrupt() {
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }
}
