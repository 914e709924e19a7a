package org.vethlab.magic;

import java.util.List;
import org.vethlab.lesson.Exercise;
import org.vethlab.lesson.Exercises;
import org.vethlab.picture.Picture;

/** {@code %exercise exp1-predict}: the question. */
final class ExerciseMagic implements Magic {
    @Override
    public String name() {
        return "exercise";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[NAME]";
    }

    @Override
    public String summary() {
        return "show an exercise; without a name, list them";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Exercises exercises = session.course().exercises();
        if (call.words().isEmpty()) {
            exercises
                    .names()
                    .forEach(name ->
                            screen.out(name + ": " + exercises.find(name).title() + "\n"));
            return;
        }
        Exercise exercise = exercises.find(call.only());
        screen.show(Picture.markdown("#### " + exercise.title() + "\n\n" + exercise.question()));
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.course().exercises().names() : List.of();
    }
}
