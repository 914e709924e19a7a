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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Runs scripts whose answers were recorded on real Linux, and counts how many commands answer the same. The number may
 * not fall under what {@code floors.txt} has for the family; {@code -Dgolden.update=true} raises the floors, and
 * {@code -Dtranscripts.show=NAME} runs one case and prints what differs in it.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Path PAGE = Path.of("../docs/fidelity.md");
    private static final long SEED = 1;
    private static final String SHOWN = System.getProperty("transcripts.show", "");

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static Fidelity measured = new Fidelity();

    @BeforeAll
    static void run() throws IOException {
        measured = new Fidelity();
        for (Path file : cases()) {
            run(Case.read(file));
        }
        measured.families()
                .forEach((family, score) -> System.out.printf("%-12s %9s %s%n", family, score, score.share()));
        System.out.printf(
                "transcripts: %s commands answer as Linux did (%s)%n",
                measured.total(), measured.total().share());
    }

    @Test
    @Timeout(300)
    void noFamilyFallsUnderItsFloor() throws IOException {
        Floors floors = new Floors(FOLDER.resolve("floors.txt"));
        if (UPDATE) {
            Map<String, Integer> same = new TreeMap<>();
            measured.families().forEach((family, score) -> same.put(family, score.same()));
            floors.write(same);
        }
        Map<String, Integer> fallen = new TreeMap<>();
        floors.read().forEach((family, floor) -> {
            int same = measured.families().getOrDefault(family, Score.NONE).same();
            if (same < floor && SHOWN.isEmpty()) {
                fallen.put(family, same - floor);
            }
        });
        assertThat(fallen)
                .as("families that fell under their floors, and by how many commands")
                .isEmpty();
    }

    @Test
    void theDocumentationSaysWhatWasMeasured() throws IOException {
        if (UPDATE) {
            GoldenFiles.write(PAGE, measured.page());
        }
        if (SHOWN.isEmpty()) {
            assertThat(PAGE).as("made anew by -Dgolden.update=true").hasContent(measured.page());
        }
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SHOWN + ".case"))
                    .sorted()
                    .toList();
        }
    }

    private static void run(Case recorded) {
        Map<Integer, Answer> answers = new Simulation(recorded.script(), SEED).answers();
        for (Case.Step step : recorded.steps()) {
            if (!step.steady()) {
                continue;
            }
            boolean same = step.answer().equals(answers.get(step.number()));
            measured.add(recorded.family(), recorded.script().commands().get(step.number()), same);
            if (!same && !SHOWN.isEmpty()) {
                show(step, Optional.ofNullable(answers.get(step.number())));
            }
        }
    }

    private static void show(Case.Step step, Optional<Answer> answer) {
        System.out.println("$ " + step.command());
        System.out.println(
                "--- Linux [" + step.answer().status() + "]\n" + step.answer().output());
        System.out.println(answer.map(given -> "--- here [" + given.status() + "]\n" + given.output())
                .orElse("--- no answer"));
    }
}
