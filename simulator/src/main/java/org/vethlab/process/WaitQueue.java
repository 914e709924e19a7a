package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.vethlab.time.VirtualClock;

/** Processes that wait for the same thing (wait_queue_head_t). */
final class WaitQueue {
    private final List<Process> waiting = new ArrayList<>();

    /** Blocks {@code process} until {@code condition} holds. @throws SignalException as {@link Process#await} */
    void await(Process process, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            waiting.add(process);
            try {
                process.await(VirtualClock.NEVER);
            } finally {
                waiting.remove(process);
            }
        }
    }

    /** Wakes {@code process} too, whenever the others are woken. */
    void add(Process process) {
        waiting.add(process);
    }

    void remove(Process process) {
        waiting.remove(process);
    }

    void wakeAll() {
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).wake();
        }
    }
}
