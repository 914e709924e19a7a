package org.vethlab.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.Namespace;
import org.vethlab.net.World;
import org.vethlab.time.Scheduler;

/** The simulated computer as programs see it: its kernel's network, its processes, its files, its clock. */
public final class Machine {
    private final World world;
    private final Scheduler scheduler;
    private final Map<String, Namespace> namedNamespaces = new LinkedHashMap<>();

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

    /** The namespaces with a name under {@code /run/netns}, the oldest name first; programs may change it. */
    public Map<String, Namespace> namedNamespaces() {
        return namedNamespaces;
    }

    /** Runs the program that the first word names in a process, and waits for its end (execvp). */
    public int execute(Process process, List<String> words) {
        throw new UnsupportedOperationException("not yet " + process.pid() + words);
    }
}
