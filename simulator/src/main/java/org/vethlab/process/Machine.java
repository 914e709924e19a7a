package org.vethlab.process;

import java.util.List;
import org.vethlab.net.World;
import org.vethlab.time.Scheduler;

/** The simulated computer as programs see it: its kernel's network, its processes, its files, its clock. */
public final class Machine {
    private final World world;
    private final Scheduler scheduler;

    public Machine(World world, Scheduler scheduler) {
        this.world = world;
        this.scheduler = scheduler;
    }

    public World world() {
        return world;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** Runs the program that the first word names in a process, and waits for its end (execvp). */
    public int execute(Process process, List<String> words) {
        throw new UnsupportedOperationException("not yet " + process.pid() + words);
    }
}
