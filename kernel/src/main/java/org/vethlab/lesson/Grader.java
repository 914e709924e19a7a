package org.vethlab.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;

/** Checks answers by running the experiment. */
public final class Grader {
    private final Labs labs;

    public Grader(Labs labs) {
        this.labs = labs;
    }

    /** Compares a student's words with what the experiment prints, in any order. */
    public Verdict predict(Exercise exercise, List<String> answer) {
        Set<String> seen = new TreeSet<>(words(probe(exercise)));
        Set<String> said = new TreeSet<>(answer);
        long right = said.stream().filter(seen::contains).count();
        if (said.equals(seen)) {
            return new Verdict(true, List.of("Right: the experiment shows just that."));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Not yet: " + right + " of your " + said.size() + " hold.");
        if (seen.size() > right) {
            lines.add((seen.size() - right) + " that the experiment shows " + (seen.size() - right == 1 ? "is" : "are")
                    + " missing.");
        }
        return new Verdict(false, lines);
    }

    /** Runs each check in a copy of the student's lab. */
    public Verdict repair(Exercise exercise, Lab lab) {
        Lab copy = labs.copy(lab);
        try {
            List<String> lines = new ArrayList<>();
            boolean passed = true;
            for (Exercise.Check check : exercise.checks()) {
                boolean holds = copy.run(Place.HOST, "(\n" + check.script() + ")", List.of(), new Transcript()) == 0;
                passed &= holds;
                lines.add((holds ? "✓ " : "✗ ") + check.claim());
            }
            return new Verdict(passed, lines);
        } finally {
            if (copy != lab) {
                copy.close();
            }
        }
    }

    private String probe(Exercise exercise) {
        try (Lab lab = labs.fresh(exercise.scenario())) {
            Transcript transcript = new Transcript();
            lab.run(Place.HOST, exercise.probe().orElseThrow(), List.of(), transcript);
            return transcript.output();
        }
    }

    /** For the teacher: the right answers pass, the wrong ones don't. */
    public Verdict examine(Exercise exercise) {
        List<String> lines = new ArrayList<>();
        if (exercise.isPrediction() && words(probe(exercise)).isEmpty()) {
            lines.add("the experiment prints nothing");
        }
        for (String answer : exercise.right()) {
            if (!tried(exercise, answer)) {
                lines.add("a right answer does not pass: " + answer.strip());
            }
        }
        for (String answer : exercise.wrong()) {
            if (tried(exercise, answer)) {
                lines.add("a wrong answer passes: " + answer.strip());
            }
        }
        if (!exercise.isPrediction() && tried(exercise, "")) {
            lines.add("it passes before anything is done");
        }
        return new Verdict(lines.isEmpty(), lines);
    }

    private boolean tried(Exercise exercise, String answer) {
        if (exercise.isPrediction()) {
            return predict(exercise, words(answer)).passed();
        }
        try (Lab lab = labs.fresh(exercise.scenario())) {
            lab.run(Place.HOST, answer, List.of(), new Transcript());
            return repair(exercise, lab).passed();
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
