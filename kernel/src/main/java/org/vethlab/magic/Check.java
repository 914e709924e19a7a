package org.vethlab.magic;

import java.util.List;
import org.vethlab.lab.LabException;
import org.vethlab.lesson.Exercise;
import org.vethlab.lesson.Grader;
import org.vethlab.lesson.Verdict;

/** {@code %check exp1-predict 2 100}: a prediction; {@code %check exp3-one-route}: the lab as it now is. */
final class Check implements Magic {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "NAME [ANSWER…]";
    }

    @Override
    public String summary() {
        return "check the answer to an exercise by running the experiment";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Exercise exercise = session.course().exercises().find(call.first());
        Grader grader = new Grader(session);
        List<String> answer = call.words().subList(1, call.words().size());
        Verdict verdict = judge(call, grader, exercise, answer, session);
        screen.out(verdict.text());
        if (!verdict.passed()) {
            throw new LabException(exercise.name() + " is not passed yet; %hint " + exercise.name() + " helps");
        }
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.course().exercises().names() : List.of();
    }

    private static Verdict judge(Call call, Grader grader, Exercise exercise, List<String> answer, LabSession session) {
        if (!exercise.isPrediction()) {
            return grader.repair(exercise, session.lab());
        }
        if (answer.isEmpty()) {
            throw call.usage("wants your answer");
        }
        return grader.predict(exercise, answer);
    }
}
