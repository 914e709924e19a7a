package org.vethlab.shell.run;

import org.vethlab.process.Process;

/**
 * A loop that has gone on for longer than anybody waits for a result is one that somebody watches ({@code while true; do
 * ip neigh; sleep 1; done}): from then on virtual time keeps pace with the wall clock.
 */
final class LoopPace {
    private static final long PATIENCE = 60_000_000_000L;

    private final Process process;
    private final long begun;

    LoopPace(Process process) {
        this.process = process;
        this.begun = process.machine().clock().now();
    }

    /** Called at each turn. */
    void turn() {
        if (process.machine().clock().now() - begun > PATIENCE) {
            process.endless();
        }
    }
}
