package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.time.VirtualClock;

/** Decides whether somebody watches something without an end, so that virtual time must keep pace with the wall clock. */
final class MachinePace {
    /** Longer than any of the kernel's own patience that a program waits for (a TCP connect takes 127 s to fail). */
    private static final long LONGEST_WAIT = 600_000_000_000L;

    private final VirtualClock clock;
    private final List<Process> endless = new ArrayList<>();
    private boolean on = true;
    private int timedWaits;
    private long lastActive;

    MachinePace(VirtualClock clock) {
        this.clock = clock;
    }

    void turn(boolean newOn) {
        on = newOn;
    }

    void add(Process process) {
        if (!endless.contains(process)) {
            endless.add(process);
        }
    }

    void remove(Process process) {
        endless.remove(process);
    }

    void waits(long deadline) {
        timedWaits += deadline == VirtualClock.NEVER ? 0 : 1;
    }

    void goesOn(long deadline) {
        timedWaits -= deadline == VirtualClock.NEVER ? 0 : 1;
        lastActive = clock.now();
    }

    boolean isHeld() {
        if (!on) {
            return false;
        }
        if (timedWaits == 0 && clock.now() - lastActive > LONGEST_WAIT) {
            return true;
        }
        for (int i = 0; i < endless.size(); i++) {
            if (endless.get(i).isWatched()) {
                return true;
            }
        }
        return false;
    }
}
