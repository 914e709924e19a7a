package org.vethlab.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.lab.LabException;
import org.vethlab.lab.SimulatedLab;

/** {@code %fork what-if}: a copy of the lab to try something in; {@code %fork --back} leaves it. */
final class Fork implements Magic {
    private static final String BACK = "--back";
    private static final String DROP = "--drop";

    @Override
    public String name() {
        return "fork";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[NAME | --back | --drop NAME]";
    }

    @Override
    public String summary() {
        return "copy the lab and go on in the copy, or in that of this name; --back to where it was forked; alone:"
                + " list";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Timeline timeline = session.timeline();
        List<String> words = call.words();
        if (words.isEmpty()) {
            list(timeline, screen);
        } else if (words.get(0).equals(DROP) && words.size() == 2) {
            drop(timeline.branch(words.get(1)), session, screen);
        } else if (words.size() > 1) {
            throw call.usage("takes one name");
        } else if (words.get(0).equals(BACK)) {
            Branch origin = timeline.current()
                    .origin()
                    .orElseThrow(() -> new LabException("this is main, which was not forked from anything"));
            enter(origin, timeline, screen);
        } else if (words.get(0).startsWith("-")) {
            throw call.usage("there is no option " + words.get(0));
        } else {
            go(words.get(0), session, screen);
        }
    }

    private static void go(String name, LabSession session, Screen screen) {
        Timeline timeline = session.timeline();
        Optional<Branch> known = Optional.ofNullable(timeline.branches().get(name));
        if (known.isPresent()) {
            enter(known.get(), timeline, screen);
            return;
        }
        session.lab();
        Branch from = timeline.current();
        from.step();
        SimulatedLab lab = from.simulated();
        SimulatedLab copy = timeline.relive(lab.settings(), lab.journal(), screen);
        session.replace(copy, () -> timeline.fork(name, copy));
        screen.out("in " + name + ", a copy of " + from.name() + "; %fork --back returns there\n");
    }

    private static void enter(Branch branch, Timeline timeline, Screen screen) {
        timeline.enter(branch);
        screen.out("in " + branch.name() + "\n");
    }

    private static void drop(Branch branch, LabSession session, Screen screen) {
        Timeline timeline = session.timeline();
        if (branch == timeline.current() || branch.name().equals(Branch.MAIN)) {
            throw new LabException(
                    branch == timeline.current() ? "this is where you are; first %fork --back" : "main stays");
        }
        timeline.branches().values().stream()
                .filter(other -> other.origin().filter(branch::equals).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new LabException(other.name() + " was forked from " + branch.name() + "; drop it first");
                });
        session.drop(branch);
        screen.out("dropped " + branch.name() + "\n");
    }

    private static void list(Timeline timeline, Screen screen) {
        for (Branch branch : timeline.branches().values()) {
            String mark = branch == timeline.current() ? "* " : "  ";
            String origin =
                    branch.origin().map(one -> ", forked from " + one.name()).orElse("");
            screen.out(mark + branch.name() + origin + "\n");
        }
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        List<String> names = new ArrayList<>(session.timeline().branches().keySet());
        if (before.isEmpty()) {
            names.addAll(0, List.of(BACK, DROP));
            return names;
        }
        return before.equals(List.of(DROP)) ? names : List.of();
    }
}
