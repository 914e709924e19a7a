package org.vethlab.magic;

import java.util.Optional;
import java.util.function.Supplier;

/** Tells on a screen how far long work is: nothing in the first second, then a line that is replaced now and then. */
final class Progress {
    private static final long FIRST = 1000;
    private static final long NEXT = 500;

    private final Screen screen;
    private final Supplier<Optional<String>> report;
    private final long first;
    private final long next;
    private boolean shown;
    private boolean over;

    private Progress(Screen screen, Supplier<Optional<String>> report, long first, long next) {
        this.screen = screen;
        this.report = report;
        this.first = first;
        this.next = next;
    }

    /**
     * Does some work.
     *
     * @param report how far it is; empty if there is nothing to tell. Called from a thread of its own
     */
    static <T> T during(Supplier<T> work, Screen screen, Supplier<Optional<String>> report) {
        Progress progress = start(screen, report, FIRST, NEXT);
        try {
            return work.get();
        } finally {
            progress.end();
        }
    }

    /** @param first milliseconds until it is told for the first time, {@code next} for the next ones */
    static Progress start(Screen screen, Supplier<Optional<String>> report, long first, long next) {
        Progress progress = new Progress(screen, report, first, next);
        Thread thread = new Thread(progress::tell, "vethlab progress");
        thread.setDaemon(true);
        thread.start();
        return progress;
    }

    private synchronized void tell() {
        try {
            for (pause(first); !over; pause(next)) {
                report.get().ifPresent(text -> {
                    shown = true;
                    screen.progress(text);
                });
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but a machine that shuts down.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void pause(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        for (long left = milliseconds; !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** The work is done. */
    synchronized void end() {
        over = true;
        notifyAll();
        if (shown) {
            screen.progressEnds();
        }
    }
}
