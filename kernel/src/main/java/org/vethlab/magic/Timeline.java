package org.vethlab.magic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vethlab.diff.Snapshot;
import org.vethlab.diff.SnapshotTask;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Replay;
import org.vethlab.lab.SimulatedLab;

/**
 * The labs of a notebook: the one it is in, and the forks beside it. A lab is its journal, so an earlier state is had by
 * living through the journal once more, in another lab: if that is stopped, the old one is as it was.
 */
final class Timeline {
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private volatile Branch current = new Branch(Branch.MAIN, Optional.empty());
    private volatile @Nullable Replay replay;
    private volatile @Nullable SnapshotTask looking;
    private Optional<Looked> looked = Optional.empty();

    /** What a real lab was like when somebody looked. */
    private record Looked(Lab lab, Snapshot snapshot) {}

    Timeline() {
        branches.put(Branch.MAIN, current);
    }

    Branch current() {
        return current;
    }

    /** By name, main first, as they are now. From any thread: names are completed while a cell runs. */
    Map<String, Branch> branches() {
        synchronized (branches) {
            return new LinkedHashMap<>(branches);
        }
    }

    /** @throws LabException naming those there are */
    Branch branch(String name) {
        Map<String, Branch> known = branches();
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new LabException(
                        "there is no lab '" + name + "'; there are: " + String.join(", ", known.keySet())));
    }

    void enter(Branch branch) {
        current.step();
        current = branch;
    }

    /** A new branch that has lived through what the current one has; goes there. */
    void fork(String name, SimulatedLab copy) {
        Branch fork = new Branch(name, Optional.of(current));
        fork.relive(copy, current, current.steps());
        synchronized (branches) {
            branches.put(name, fork);
        }
        enter(fork);
    }

    void drop(Branch branch) {
        synchronized (branches) {
            branches.remove(branch.name());
        }
    }

    /** Whether a lab belongs to it. */
    boolean has(Lab lab) {
        return branches().values().stream()
                .anyMatch(branch -> branch.lab().filter(one -> one == lab).isPresent());
    }

    /** Keeps what a lab is like now. @return what was kept of it the last time */
    Optional<Snapshot> snapshot(Lab lab, Snapshot now) {
        Optional<Looked> before = looked.filter(last -> last.lab() == lab);
        looked = Optional.of(new Looked(lab, now));
        return before.map(Looked::snapshot);
    }

    /** A lab that lives through runs, with its progress on the screen. @throws LabException if somebody stops it */
    SimulatedLab relive(SimulatedLab.Settings settings, List<JournalEntry> journal, Screen screen) {
        Replay made = new Replay(settings, journal);
        replay = made;
        if (screen.isInterrupted()) {
            made.stop();
        }
        long start = System.nanoTime();
        try {
            return Progress.during(made::run, screen, () -> Optional.of(tell(made, start)));
        } finally {
            replay = null;
        }
    }

    /** What a lab is like now, with the progress on the screen. @throws LabException if somebody stops it */
    Snapshot look(Lab lab, Screen screen) {
        SnapshotTask task = new SnapshotTask(lab);
        looking = task;
        if (screen.isInterrupted()) {
            task.stop();
        }
        try {
            return Progress.during(
                    task::run,
                    screen,
                    () -> Optional.of("looking: " + task.done() + " of " + task.total() + " namespaces"));
        } finally {
            looking = null;
        }
    }

    private static String tell(Replay replay, long start) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        return "living through the journal: " + replay.done() + " of " + replay.total() + " runs, " + seconds + " s";
    }

    /** Stops the replay or the look that goes on, if one does. From any thread. */
    void interrupt() {
        SnapshotTask look = looking;
        if (look != null) {
            look.stop();
        }
        Replay present = replay;
        if (present != null) {
            present.stop();
        }
    }
}
