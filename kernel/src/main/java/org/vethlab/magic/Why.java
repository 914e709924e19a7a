package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Picture;
import org.vethlab.picture.StoryPicture;

/**
 * {@code %why netns22 ping -c 1 192.168.5.100}: runs a command as {@code %ns} does, then tells what every station on the
 * way of its packets decided. With {@code --fork} it runs in a copy of the lab, which is forgotten afterwards.
 */
final class Why implements Magic {
    private static final String FORK = "--fork";

    @Override
    public String name() {
        return "why";
    }

    @Override
    public Form form() {
        return Form.BOTH;
    }

    @Override
    public String usage() {
        return "[--fork] NAMESPACE COMMAND…";
    }

    @Override
    public String summary() {
        return "run a command and tell why its packets fared as they did; --fork: in a copy of the lab";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        boolean fork = call.first().equals(FORK);
        Call rest = fork ? new Call(this, call.afterFirst(), call.body()) : call;
        String namespace = rest.first();
        String command = rest.body().isPresent() ? rest.script() : rest.afterFirst();
        if (command.isEmpty()) {
            throw rest.usage("wants a command");
        }
        List<String> arguments = rest.body().isPresent() ? ShellWords.split(rest.afterFirst()) : List.of();
        if (rest.body().isEmpty()) {
            ShellWords.split(command);
        }
        if (!fork) {
            screen.show(explain(session.lab(), namespace, command, arguments, screen));
            return;
        }
        try (Lab copy = session.copy(session.lab())) {
            screen.show(explain(copy, namespace, command, arguments, screen));
        }
    }

    /** @throws LabException for a real lab: its kernel does not tell */
    private static Picture explain(Lab lab, String namespace, String command, List<String> arguments, Screen screen) {
        SimulatedLab simulated = LabSession.simulated(lab)
                .orElseThrow(() -> new LabException(
                        "only a simulated lab can tell why; a real kernel keeps its reasons to itself"));
        Place place = simulated.place(namespace);
        Explanation explanation = LongRun.explain(simulated, place, command, arguments, screen);
        return StoryPicture.of(simulated, namespace + " " + command.strip().replace("\n", "; "), explanation.story());
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return behindFork(before).isEmpty() ? session.placeNames() : List.of();
    }

    @Override
    public Optional<String> runsIn(List<String> before) {
        return behindFork(before).stream().findFirst();
    }

    private static List<String> behindFork(List<String> words) {
        return words.isEmpty() || !words.get(0).equals(FORK) ? words : words.subList(1, words.size());
    }
}
