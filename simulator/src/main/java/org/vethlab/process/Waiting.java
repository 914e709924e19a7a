package org.vethlab.process;

import org.jspecify.annotations.Nullable;
import org.vethlab.time.Scheduler;
import org.vethlab.time.Task;
import org.vethlab.time.VirtualClock;

/** How a process blocks: its task, and the signals that let it go on, stop or end. */
final class Waiting {
    private final Process process;
    private final Machine machine;
    private final Signals signals;
    private @Nullable Task task;
    private boolean woken;

    Waiting(Process process, Signals signals) {
        this.process = process;
        this.machine = process.machine();
        this.signals = signals;
    }

    void task(Task newTask) {
        task = newTask;
    }

    /** Lets signals in: stops until SIGCONT, ends by an exception. */
    void deliver() {
        while (signals.stoppedBy().isPresent() && !signals.isKilled()) {
            park(VirtualClock.NEVER);
        }
        signals.takePending().ifPresent(signal -> {
            throw new SignalException(signal);
        });
    }

    void await(long deadline) {
        deliver();
        if (!woken) {
            park(deadline);
        }
        woken = false;
        deliver();
    }

    /** Lets so many nanoseconds pass, whatever signals come. */
    void linger(long nanos) {
        long end = machine.clock().now() + nanos;
        while (machine.clock().now() < end) {
            park(end);
        }
    }

    /** A wake that comes before the wait is not lost. */
    void wake() {
        woken = true;
        Task waiting = task;
        if (waiting != null) {
            scheduler().unpark(waiting);
        }
    }

    private void park(long deadline) {
        machine.pace().waits(deadline);
        scheduler().park(deadline);
        machine.pace().goesOn(deadline);
        machine.running(process);
    }

    private Scheduler scheduler() {
        return machine.scheduler();
    }
}
