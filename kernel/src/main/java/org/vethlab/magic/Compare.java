package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import org.vethlab.diff.LineDiff;
import org.vethlab.diff.LineDiff.Line;
import org.vethlab.diff.LineDiff.Side;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.row.Answer;
import org.vethlab.transcript.NormalForm;

/**
 * {@code %compare netnsR ip route get 192.168.5.22}: what a command answers in a fork and in what it was forked from; in
 * main, in the simulator and on this machine's kernel. It runs in copies: both labs stay as they are.
 */
final class Compare implements Magic {
    private static final int MOST_LINES = 2000;

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "NAMESPACE COMMAND…";
    }

    @Override
    public String summary() {
        return "run a command in a copy of this fork and of what it was forked from (in main: here and on real Linux)";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        String place = call.first();
        String command = call.afterFirst();
        if (command.isEmpty()) {
            throw call.usage("wants a command");
        }
        session.lab().place(place);
        Branch here = session.timeline().current();
        String there = here.origin().map(Branch::name).orElse("real Linux");
        List<JournalEntry> journal = here.simulated().journal();
        String ours = answer(session.timeline().relive(here.simulated().settings(), journal, screen), place, command);
        String theirs = here.origin()
                .map(origin -> answer(inOrigin(origin, session, screen), place, command))
                .orElseGet(() -> onLinux(journal, place, command, session));
        show(there, theirs, here.origin().isPresent() ? here.name() : "the simulator", ours, screen);
    }

    private static SimulatedLab inOrigin(Branch origin, LabSession session, Screen screen) {
        SimulatedLab lab = origin.simulated();
        return session.timeline().relive(lab.settings(), lab.journal(), screen);
    }

    private static String onLinux(List<JournalEntry> journal, String place, String command, LabSession session) {
        Lab live = session.another(Backend.LIVE);
        try {
            for (JournalEntry entry : journal) {
                if (!entry.isQuestion()) {
                    Place where = entry.place().equals(Place.HOST.name()) ? Place.HOST : live.place(entry.place());
                    live.run(where, entry.script(), entry.arguments(), new Answer());
                }
            }
            return said(live, place, command);
        } finally {
            session.discard(live);
        }
    }

    private static String answer(SimulatedLab copy, String place, String command) {
        try (copy) {
            return said(copy, place, command);
        }
    }

    private static String said(Lab lab, String place, String command) {
        Place where = place.equals(Place.HOST.name()) ? Place.HOST : lab.place(place);
        Answer answer = new Answer();
        lab.run(where, command, List.of(), answer);
        return answer.output() + answer.errors();
    }

    // what is shown

    private static void show(String there, String theirs, String here, String ours, Screen screen) {
        List<String> left = theirs.lines().toList();
        List<String> right = ours.lines().toList();
        if (left.size() + right.size() > MOST_LINES) {
            throw new LabException("the answers are too long to compare");
        }
        List<String> leftForm = normal(theirs, left);
        List<String> rightForm = normal(ours, right);
        List<Line> lines = LineDiff.of(left, right, (i, j) -> leftForm.get(i).equals(rightForm.get(j)));
        boolean same = lines.stream().allMatch(line -> line.side() == Side.BOTH);
        screen.out(same ? there + " and " + here + " answer the same\n" : "- " + there + "\n+ " + here + "\n");
        lines.forEach(line -> screen.out(sign(line.side()) + line.text() + "\n"));
    }

    /** Times and random addresses are no difference. */
    private static List<String> normal(String text, List<String> lines) {
        List<String> normal = new NormalForm().of(text).lines().toList();
        return normal.size() == lines.size() ? normal : lines;
    }

    private static String sign(Side side) {
        return switch (side) {
            case BOTH -> "  ";
            case LEFT -> "- ";
            case RIGHT -> "+ ";
        };
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.placeNames() : List.of();
    }

    @Override
    public Optional<String> runsIn(List<String> before) {
        return before.stream().findFirst();
    }
}
