package org.vethlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/** The exercises of the course: right answers pass, wrong ones don't, and nothing is told that gives one away. */
class CourseExercisesTest {
    private static final Path NOTEBOOKS = Path.of("../notebooks");
    private static final Exercises EXERCISES = new Exercises(NOTEBOOKS.resolve("exercises"));

    private static final class TestLabs implements Labs {
        @Override
        public Lab fresh(String scenario) {
            SimulatedLab lab = new SimulatedLab();
            lab.run(
                    Place.HOST,
                    read(NOTEBOOKS.resolve("scenarios").resolve(scenario + ".sh")),
                    List.of(),
                    new Transcript());
            return lab;
        }

        @Override
        public Lab copy(Lab lab) {
            return ((SimulatedLab) lab).copy();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> names() {
        return EXERCISES.names().stream();
    }

    @Test
    void thereIsOneForEachExperiment() {
        assertThat(names().map(name -> name.substring(0, 4))).contains("exp1", "exp2", "exp3", "exp4");
    }

    @ParameterizedTest
    @MethodSource("names")
    void rightAnswersPassAndWrongOnesDoNot(String name) {
        Verdict verdict = new Grader(new TestLabs()).examine(EXERCISES.find(name));
        assertThat(verdict.lines()).isEmpty();
    }

    @Test
    void aWrongPredictionIsCountedAndNotCorrected() {
        Verdict verdict =
                new Grader(new TestLabs()).predict(EXERCISES.find("exp1-predict"), List.of("2", "100", "200"));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.lines()).containsExactly("Not yet: 1 of your 3 hold.");
    }

    @Test
    void aRepairLeavesTheStudentsLabAsItWas() {
        try (SimulatedLab lab = (SimulatedLab) new TestLabs().fresh("two-segments")) {
            int before = lab.journal().size();
            Verdict verdict = new Grader(new TestLabs()).repair(EXERCISES.find("exp3-one-route"), lab);
            assertThat(verdict.passed()).isFalse();
            assertThat(verdict.lines().get(0)).startsWith("✗ netns22 gets an answer");
            assertThat(lab.journal()).hasSize(before);
        }
    }
}
