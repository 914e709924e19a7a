package org.vethlab.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.diff.Change;
import org.vethlab.diff.Snapshot;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.ChangeTable;

/** {@code %diff}: what the last cell changed. What was before is had by living through the journal up to there. */
final class Diff implements Magic {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[CELLS | FORK]";
    }

    @Override
    public String summary() {
        return "what the last cell (or the last so many) changed in the lab, or what another fork has otherwise";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Branch branch = session.timeline().current();
        if (!(session.lab() instanceof SimulatedLab)) {
            sinceLastTime(call, session, screen);
            return;
        }
        branch.step();
        Optional<Branch> other = call.words().isEmpty() ? Optional.empty() : fork(call.only(), session);
        if (other.isPresent()) {
            Lab there = other.get().simulated();
            show(
                    "From " + other.get().name() + " to " + branch.name(),
                    session.timeline().look(there, screen),
                    session,
                    screen);
            return;
        }
        int cells = cells(call, branch);
        int step = branch.steps() - cells;
        SimulatedLab earlier = session.timeline().relive(branch.simulated().settings(), branch.before(step), screen);
        try {
            String done = Undo.line(branch.from(step).get(0));
            String title = cells == 1 ? "Changed by " + done : "Changed by the last " + cells + " cells, from " + done;
            show(title, session.timeline().look(earlier, screen), session, screen);
        } finally {
            earlier.close();
        }
    }

    private static Optional<Branch> fork(String word, LabSession session) {
        return word.matches("\\d+")
                ? Optional.empty()
                : Optional.of(session.timeline().branch(word));
    }

    private static int cells(Call call, Branch branch) {
        int cells = call.words().isEmpty() ? 1 : Integer.parseInt(call.only().replaceFirst("^(\\d{6}).*", "$1"));
        if (branch.steps() == 0) {
            throw new LabException("nothing was done in this lab yet");
        }
        if (cells < 1 || cells > branch.steps()) {
            throw new LabException(branch.steps() + (branch.steps() == 1 ? " cell" : " cells")
                    + " did something in this lab, not " + cells);
        }
        return cells;
    }

    private static void show(String title, Snapshot before, LabSession session, Screen screen) {
        List<Change> changes = Change.between(before, session.timeline().look(session.lab(), screen));
        if (changes.isEmpty()) {
            screen.out(title + ": nothing\n");
        } else {
            screen.show(ChangeTable.of(title, changes).draw());
        }
    }

    /** A real lab can't be had as it was: from one %diff to the next. */
    private static void sinceLastTime(Call call, LabSession session, Screen screen) {
        call.takesNothing();
        Snapshot now = session.timeline().look(session.lab(), screen);
        Optional<Snapshot> before = session.timeline().snapshot(session.lab(), now);
        if (before.isEmpty()) {
            screen.out("from now on: on real namespaces the next %diff tells what changed since this one\n");
            return;
        }
        screen.show(ChangeTable.of("Changed since the last %diff", Change.between(before.get(), now))
                .draw());
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? new ArrayList<>(session.timeline().branches().keySet()) : List.of();
    }
}
