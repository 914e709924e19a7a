package org.vethlab.cli;

import java.util.List;
import org.vethlab.lab.LabException;
import org.vethlab.lesson.Exercise;
import org.vethlab.lesson.ExerciseException;
import org.vethlab.lesson.Exercises;
import org.vethlab.lesson.Grader;
import org.vethlab.lesson.Verdict;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.LabSession;

/** {@code vethlab exercise check}: for teachers, whether right answers pass and wrong ones don't. */
final class ExerciseVerb implements Verb {
    @Override
    public String name() {
        return "exercise";
    }

    @Override
    public String usage() {
        return "check [NAME…]";
    }

    @Override
    public String summary() {
        return "see that exercises accept right answers and refuse wrong ones";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("check")) {
            throw new UsageException("say: vethlab exercise check [NAME…]");
        }
        Course course = new Course(Home.notebooks());
        Exercises exercises = course.exercises();
        List<String> names = arguments.size() > 1 ? arguments.subList(1, arguments.size()) : exercises.names();
        int status = 0;
        try (LabSession session = new LabSession(Backends::open, Backend.SIMULATED, course)) {
            Grader grader = new Grader(session);
            for (String name : names) {
                status = Math.max(status, check(grader, exercises, name));
            }
        }
        return status;
    }

    private static int check(Grader grader, Exercises exercises, String name) {
        try {
            Exercise exercise = exercises.find(name);
            Verdict verdict = grader.examine(exercise);
            System.out.println((verdict.passed() ? "ok   " : "FAIL ") + name);
            verdict.lines().forEach(line -> System.out.println("     " + line));
            return verdict.passed() ? 0 : 1;
        } catch (ExerciseException | LabException e) {
            System.out.println("FAIL " + name + "\n     " + e.getMessage());
            return 1;
        }
    }
}
