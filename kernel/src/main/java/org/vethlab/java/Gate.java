package org.vethlab.java;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vethlab.lab.Lab;

/**
 * The way into the lab and out of it. A thread of a cell may be stopped at any instruction, but not inside the lab: that
 * would leave the network half changed. Once a stop is wanted, nobody gets in, and who comes out is ended.
 */
final class Gate {
    private static final long WAIT_MILLIS = 20;

    /** A Ctrl-C that came before the command had begun is lost; this long after, there comes another. */
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** The labs that somebody is in, once for each who is. */
    private final List<Lab> inside = new ArrayList<>();

    private boolean stopping;

    synchronized void enter(Lab lab) {
        if (stopping) {
            throw new StoppedError();
        }
        inside.add(lab);
    }

    synchronized void leave(Lab lab) {
        inside.remove(lab);
        notifyAll();
        if (stopping) {
            throw new StoppedError();
        }
    }

    /** Lets all in again, for the next cell. */
    synchronized void open() {
        stopping = false;
    }

    /** Lets nobody in, interrupts those inside and waits for them. @return whether all came out */
    synchronized boolean close(long millis) throws InterruptedException {
        stopping = true;
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        long next = start;
        for (long now = start; !inside.isEmpty() && now < end; now = System.nanoTime()) {
            if (now >= next) {
                inside.forEach(Lab::interrupt);
                next = now + AGAIN_NANOS;
            }
            wait(WAIT_MILLIS);
        }
        return inside.isEmpty();
    }
}
