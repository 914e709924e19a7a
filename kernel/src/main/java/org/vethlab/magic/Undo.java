package org.vethlab.magic;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/** {@code %undo}: the lab as it was before the last cell that did something in it. */
final class Undo implements Magic {
    private static final int MOST_LINES = 10;
    private static final Pattern SCENARIO = Pattern.compile("\\. '.*/scenarios/([^/']+)\\.sh'");

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[CELLS]";
    }

    @Override
    public String summary() {
        return "take back what the last cell did in the lab, or the last so many; Java variables stay";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        int wanted = wanted(call);
        Timeline timeline = session.timeline();
        Branch branch = timeline.current();
        branch.step();
        SimulatedLab lab = branch.simulated();
        if (branch.steps() < wanted) {
            throw new LabException(
                    branch.steps() == 0
                            ? "nothing was done in this lab yet"
                            : "only " + cells(branch.steps()) + " did something in this lab");
        }
        int target = branch.steps() - wanted;
        List<JournalEntry> undone = branch.from(target);
        SimulatedLab earlier = timeline.relive(lab.settings(), branch.before(target), screen);
        session.replace(earlier, () -> branch.relive(earlier, branch, target));
        undone.stream().limit(MOST_LINES).forEach(entry -> screen.out("undone: " + line(entry) + "\n"));
        if (undone.size() > MOST_LINES) {
            screen.out("… and " + (undone.size() - MOST_LINES) + " more\n");
        }
    }

    private static String cells(int number) {
        return number == 1 ? "one cell" : number + " cells";
    }

    private static int wanted(Call call) {
        if (call.words().isEmpty()) {
            return 1;
        }
        String word = call.only();
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw call.usage("'" + word + "' is no number of cells");
        }
        return Integer.parseInt(word);
    }

    /** A run in one line: {@code netns12$ ping -c 1 192.168.5.22}. */
    static String line(JournalEntry entry) {
        Matcher scenario = SCENARIO.matcher(entry.script().strip());
        if (scenario.matches()) {
            return "%scenario " + scenario.group(1);
        }
        List<String> lines =
                entry.script().lines().filter(line -> !line.isBlank()).toList();
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        String more = lines.size() > 1 ? " … (" + lines.size() + " lines)" : "";
        String place = entry.place().equals(Place.HOST.name()) ? "" : entry.place() + "$ ";
        return place + entry.name().orElse(first) + (entry.name().isPresent() ? "" : more);
    }
}
