package org.vethlab.magic;

import java.util.List;
import org.vethlab.lesson.Exercise;
import org.vethlab.picture.Picture;

/** {@code %hint exp1-predict}: the next hint. */
final class Hint implements Magic {
    @Override
    public String name() {
        return "hint";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "NAME";
    }

    @Override
    public String summary() {
        return "give a hint for an exercise, each time a further one";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Exercise exercise = session.course().exercises().find(call.only());
        List<String> hints = exercise.hints();
        int number = Math.min(session.nextHint(exercise.name()), hints.size());
        screen.show(Picture.markdown("Hint " + number + " of " + hints.size() + ": " + hints.get(number - 1)));
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.course().exercises().names() : List.of();
    }
}
