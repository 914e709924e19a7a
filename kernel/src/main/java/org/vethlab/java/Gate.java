package org.vethlab.java;

import java.util.concurrent.TimeUnit;

/**
 * The way into the lab and out of it. A thread of a cell may be stopped at any instruction, but not inside the lab: that
 * would leave the network half changed. Once a stop is wanted, nobody gets in, and who comes out is ended.
 */
final class Gate {
    private int inside;
    private boolean stopping;

    synchronized void enter() {
        if (stopping) {
            throw new StoppedError();
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
        if (stopping) {
            throw new StoppedError();
        }
    }

    /** Lets all in again, for the next cell. */
    synchronized void open() {
        stopping = false;
    }

    /** Lets nobody in, and waits for those inside. @return whether all came out */
    synchronized boolean close(Runnable interruptLab, long millis) throws InterruptedException {
        stopping = true;
        if (inside > 0) {
            interruptLab.run();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (inside > 0 && System.nanoTime() < end) {
            wait(20);
        }
        return inside == 0;
    }
}
