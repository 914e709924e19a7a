package org.vethlab.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Runs scripts whose answers were recorded on real Linux, and counts how many commands answer the same. The number may
 * not fall under what {@code floors.txt} has for the family; {@code -Dgolden.update=true} raises the floors, and
 * {@code -Dtranscripts.show=NAME} runs one case and prints what differs in it.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final long SEED = 1;
    private static final String SHOWN = System.getProperty("transcripts.show", "");

    /** How many of a family's answers are the same. */
    private record Score(int same, int of) {
        Score plus(Score other) {
            return new Score(same + other.same, of + other.of);
        }

        @Override
        public String toString() {
            return same + "/" + of;
        }
    }

    @Test
    @Timeout(300)
    void answersAsLinuxDid() throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        for (Path file : cases()) {
            Case recorded = Case.read(file);
            scores.merge(recorded.family(), score(recorded), Score::plus);
        }
        Score total = scores.values().stream().reduce(new Score(0, 0), Score::plus);
        scores.forEach((family, score) -> System.out.printf("%-12s %s%n", family, score));
        System.out.printf(
                "transcripts: %s commands answer as Linux did (%.1f %%)%n", total, 100.0 * total.same() / total.of());
        if (!SHOWN.isEmpty()) {
            return;
        }
        Floors floors = new Floors(FOLDER.resolve("floors.txt"));
        if (Boolean.getBoolean("golden.update")) {
            Map<String, Integer> same = new TreeMap<>();
            scores.forEach((family, score) -> same.put(family, score.same()));
            floors.write(same);
            return;
        }
        Map<String, Integer> fallen = new TreeMap<>();
        floors.read().forEach((family, floor) -> {
            int same = scores.getOrDefault(family, new Score(0, 0)).same();
            if (same < floor) {
                fallen.put(family, same - floor);
            }
        });
        assertThat(fallen)
                .as("families that fell under their floors, and by how many commands")
                .isEmpty();
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SHOWN + ".case"))
                    .sorted()
                    .toList();
        }
    }

    private static Score score(Case recorded) {
        Map<Integer, Answer> comparable = new Simulation(recorded.script(), SEED).answers();
        int same = 0;
        int of = 0;
        for (Case.Step step : recorded.steps()) {
            boolean equal = step.answer().equals(comparable.get(step.number()));
            same += step.steady() && equal ? 1 : 0;
            of += step.steady() ? 1 : 0;
            if (step.steady() && !equal && !SHOWN.isEmpty()) {
                show(step, Optional.ofNullable(comparable.get(step.number())));
            }
        }
        return new Score(same, of);
    }

    private static void show(Case.Step step, Optional<Answer> answer) {
        System.out.println("$ " + step.command());
        System.out.println(
                "--- Linux [" + step.answer().status() + "]\n" + step.answer().output());
        System.out.println(answer.map(given -> "--- here [" + given.status() + "]\n" + given.output())
                .orElse("--- no answer"));
    }
}
