package org.vethlab.time;

import java.util.function.BooleanSupplier;

/**
 * Holds virtual time back to the speed of the wall clock while somebody watches a program that does not end by itself.
 * From the moment that it starts to, one second of virtual time takes one second.
 */
final class Pace {
    private final VirtualClock clock;
    private final Outside outside;
    private BooleanSupplier condition = () -> false;
    private boolean held;
    private long virtualStart;
    private long wallStart;

    Pace(VirtualClock clock, Outside outside) {
        this.clock = clock;
        this.outside = outside;
    }

    void onlyWhile(BooleanSupplier newCondition) {
        condition = newCondition;
    }

    /** Forgets the time between two runs of the foreground, in which virtual time stood still. */
    void restart() {
        held = false;
    }

    /** Whether the next event may run now. If it may not yet, waits for its time or for something posted. */
    boolean mayMove() {
        if (!condition.getAsBoolean()) {
            held = false;
            return true;
        }
        if (!held) {
            held = true;
            virtualStart = clock.now();
            wallStart = System.nanoTime();
        }
        long early = (clock.nextDue() - virtualStart) - (System.nanoTime() - wallStart);
        if (early <= 0) {
            return true;
        }
        outside.await(early / 1_000_000 + 1);
        return false;
    }
}
