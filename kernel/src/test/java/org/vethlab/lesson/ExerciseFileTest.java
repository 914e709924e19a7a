package org.vethlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseFileTest {
    private static final String WHOLE = """
            # one: Who answers?

            Scenario: two-segments

            A question with
            ```
            a block that is shown
            ```

            ## Hint
            Think.

            ## Hint
            Think again.

            ```sh probe
            echo 1
            ```

            ```wrong
            2
            ```

            ```wrong
            3
            ```
            """;

    @Test
    void readsEveryPart() {
        Exercise exercise = ExerciseFile.parse("one.md", WHOLE);
        assertThat(exercise.name()).isEqualTo("one");
        assertThat(exercise.title()).isEqualTo("Who answers?");
        assertThat(exercise.scenario()).isEqualTo("two-segments");
        assertThat(exercise.question()).isEqualTo("A question with\n```\na block that is shown\n```");
        assertThat(exercise.hints()).containsExactly("Think.", "Think again.");
        assertThat(exercise.probe()).contains("echo 1\n");
        assertThat(exercise.wrong()).containsExactly("2\n", "3\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # one: Who answers?       | one.md has no heading "# name: title"
            Scenario: two-segments    | one.md has no line "Scenario: NAME"
            ## Hint                   | one.md has no hint
            ```sh probe               | one.md needs either a "sh probe" or "sh check" blocks
            ```wrong                  | one.md needs two "wrong" blocks
            """)
    void saysWhatIsMissing(String missing, String message) {
        String cut = missing.startsWith("```") ? WHOLE.replace(missing + "\n", "```\n") : WHOLE.replace(missing, "");
        assertThatThrownBy(() -> ExerciseFile.parse("one.md", cut))
                .isInstanceOf(ExerciseException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhereABlockNeverEnds() {
        assertThatThrownBy(() -> ExerciseFile.parse("one.md", WHOLE + "```sh probe\necho\n"))
                .hasMessage("one.md line 27: a block that never ends");
    }
}
