package org.vethlab.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.SimulatedLab;

/** One of a notebook's labs by its name, and where in its journal each step (what one cell did) began. */
final class Branch {
    /** The branch that a notebook begins in. */
    static final String MAIN = "main";

    private final String name;
    private final Optional<Branch> origin;
    private volatile @Nullable Lab lab;
    private List<Integer> starts = new ArrayList<>();
    private int seen;

    Branch(String name, Optional<Branch> origin) {
        this.name = name;
        this.origin = origin;
    }

    String name() {
        return name;
    }

    /** What it was forked from. */
    Optional<Branch> origin() {
        return origin;
    }

    /** Empty until somebody asks for it. */
    Optional<Lab> lab() {
        return Optional.ofNullable(lab);
    }

    /** Its lab, which has a journal. @throws LabException if it has none: a real one */
    SimulatedLab simulated() {
        Lab present = lab;
        if (!(present instanceof SimulatedLab simulated)) {
            throw new LabException(
                    present == null
                            ? "nothing was done in this lab yet"
                            : "real namespaces keep no journal to go back in");
        }
        return simulated;
    }

    /** Goes on with a lab that nobody has touched; without one, until somebody asks for it. */
    void begin(@Nullable Lab fresh) {
        lab = fresh;
        starts = new ArrayList<>();
        seen = 0;
    }

    /** Goes on with a lab that has lived through the same steps as another branch, up to a number of them. */
    void relive(SimulatedLab relived, Branch other, int steps) {
        starts = new ArrayList<>(other.starts.subList(0, steps));
        seen = relived.journal().size();
        lab = relived;
    }

    /** Goes on with a lab, each of whose runs was a step. */
    void relive(SimulatedLab relived) {
        begin(relived);
        for (int i = 0; i < relived.journal().size(); i++) {
            starts.add(i);
        }
        seen = starts.size();
    }

    /**
     * A cell is over, or needs to know how far it is: what was done since the last time is a step. A thread that the cell
     * has left behind may keep the lab busy for ever: then the next cell will see.
     */
    void step() {
        if (lab instanceof SimulatedLab simulated) {
            simulated.glimpseJournal().ifPresent(this::step);
        }
    }

    private void step(List<JournalEntry> journal) {
        if (seen < journal.size()) {
            if (journal.subList(seen, journal.size()).stream().anyMatch(entry -> !entry.isQuestion())) {
                starts.add(seen);
            }
            seen = journal.size();
        }
    }

    int steps() {
        return starts.size();
    }

    /** The runs before a step. */
    List<JournalEntry> before(int step) {
        return simulated().journal().subList(0, starts.get(step));
    }

    /** The runs of a step and all later ones, without those that only looked. */
    List<JournalEntry> from(int step) {
        List<JournalEntry> journal = simulated().journal();
        return journal.subList(starts.get(step), journal.size()).stream()
                .filter(entry -> !entry.isQuestion())
                .toList();
    }
}
