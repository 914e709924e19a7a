package org.vethlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of {@code vethlab run}, and the scripts that it takes or does not. */
class RunTest {
    @TempDir
    private Path folder;

    @Test
    void optionsComeFirst() {
        assertThat(RunOptions.parse(List.of("--seed", "7", "--backend", "live", "x.sh", "--seed", "8")))
                .isEqualTo(new RunOptions(true, 7, "x.sh", List.of("--seed", "8")));
        assertThat(RunOptions.parse(List.of("-"))).isEqualTo(new RunOptions(false, 1, "-", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed 7        | which script? Say: vethlab run FILE [ARGS…], or - for standard input",
                "--seed x y.sh   | --seed wants a number, not 'x'",
                "--backend x y   | --backend is simulated or live, not 'x'",
                "--verbose x.sh  | there is no option '--verbose'; there are: --backend, --seed",
            })
    void refusesInOneLine(String words, String complaint) {
        assertThatThrownBy(() -> RunOptions.parse(List.of(words.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessage(complaint);
    }

    private void refused(String file, int status, String complaint) {
        assertThatThrownBy(() -> Script.file(file))
                .isInstanceOfSatisfying(
                        Script.Unusable.class,
                        unusable -> assertThat(unusable.status()).isEqualTo(status))
                .hasMessage("bash: " + file + ": " + complaint);
    }

    @Test
    void whatIsNoScriptGetsTheWordsOfBash() throws IOException {
        refused(folder.resolve("nowhere.sh").toString(), 127, "No such file or directory");
        refused("a\0b", 127, "No such file or directory");
        refused(folder.toString(), 126, "Is a directory");
        Path program = Files.write(folder.resolve("program"), new byte[] {0x7f, 'E', 'L', 'F', 0, '\n'});
        refused(program.toString(), 126, "cannot execute binary file");
    }

    /** Bash looks at the first line alone: what follows may be an archive that the script unpacks. */
    @Test
    void bytesBehindTheFirstLineMayBeAny() throws Exception {
        byte[] text = "echo a\nexit\n\0\0".getBytes(StandardCharsets.UTF_8);
        Path script = Files.write(folder.resolve("x.sh"), text);
        assertThat(Script.file(script.toString()).text()).startsWith("echo a\n");
    }
}
