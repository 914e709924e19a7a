package org.vethlab.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the steps of what one command causes; what others do meanwhile stays out. */
public final class Recorder implements Tracer {
    /** A flood has no end; its beginning tells as much. */
    private static final int MOST = 20_000;

    private final Map<Integer, Integer> causes = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Runnable whenFull;
    private int root;

    /** @param whenFull called once no more steps are kept: nobody needs to make any then */
    public Recorder(Runnable whenFull) {
        this.whenFull = whenFull;
    }

    /** The first number is the command's own. */
    @Override
    public void made(int packet, int cause) {
        if (causes.isEmpty()) {
            root = packet;
            causes.put(packet, cause);
        } else if (causes.containsKey(cause)) {
            causes.put(packet, cause);
        }
    }

    @Override
    public void step(Step step) {
        if (steps.size() < MOST && causes.containsKey(step.packet())) {
            steps.add(step);
            if (isFull()) {
                whenFull.run();
            }
        }
    }

    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** Whether some packet still waits for its neighbour's address. */
    public boolean isWaiting() {
        if (isFull()) {
            return false;
        }
        Set<Integer> waiting = new HashSet<>();
        for (Step step : steps) {
            if (step.decision() instanceof NeighbourDecision.Resolved resolved
                    && resolved.mac().isEmpty()) {
                waiting.add(step.packet());
            } else {
                waiting.remove(step.packet());
            }
        }
        return !waiting.isEmpty();
    }

    /** The packet for which another was made, or that it answers; the command's number for what the command sent itself. */
    int cause(int packet) {
        return causes.getOrDefault(packet, 0);
    }

    int root() {
        return root;
    }

    /** Whether there may have been more than is kept. */
    public boolean isFull() {
        return steps.size() >= MOST;
    }
}
