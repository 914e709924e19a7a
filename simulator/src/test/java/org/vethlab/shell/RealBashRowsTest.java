package org.vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row once more, on this machine's bash, so that the table itself is checked; skipped where that is no 5.2. */
class RealBashRowsTest {
    private static final String BASH = "/bin/bash";
    private static final String ENV = "/usr/bin/env";
    /** A shell cannot trap what was ignored before it began, as it is under nohup or in the background of a script. */
    private static final String HEEDS_ALL_SIGNALS = "--default-signal";

    private static final int ATTEMPTS = 5;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void hasTheVersion() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(BASH)), "there is no " + BASH);
        assumeTrue(start(List.of(BASH, "--version"), Path.of(".")).output().contains("version 5.2"), "bash is not 5.2");
        assumeTrue("root".equals(System.getProperty("user.name")), "the rows are those of a root shell");
    }

    static List<String> files() {
        return Row.FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void answersAsTheTableSays(String file) throws IOException, InterruptedException {
        List<Row> rows = Row.read(file);
        List<Row> real = new ArrayList<>();
        for (Row row : rows) {
            real.add(new Row(row.script(), settled(row)));
        }
        if (Boolean.getBoolean("golden.update") && !Boolean.parseBoolean(System.getenv("CI"))) {
            Files.writeString(
                    Row.path(file),
                    String.join("\n", real.stream().map(Row::text).toList()));
        }
        assertThat(real).containsExactlyElementsOf(rows);
    }

    /** What runs beside each other in a real bash may speak in another order at times: such a row is asked again. */
    private Row.Answer settled(Row row) throws IOException, InterruptedException {
        Row.Answer answer = run(row.script());
        for (int i = 1; i < ATTEMPTS && !answer.equals(row.answer()); i++) {
            answer = run(row.script());
        }
        return answer;
    }

    private Row.Answer run(String script) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(temporary, "row");
        Path directory = Files.createDirectory(work.resolve("WORK"));
        Files.writeString(work.resolve("t.sh"), script);
        Row.Answer answer = start(List.of(ENV, HEEDS_ALL_SIGNALS, BASH, "../t.sh"), directory);
        String output = answer.output().replace("../t.sh", "t.sh").replace(directory.toString(), "WORK");
        return new Row.Answer(output, answer.status());
    }

    private static Row.Answer start(List<String> command, Path directory) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", "/root",
                        "LC_ALL", "C.UTF-8",
                        "TERM", "dumb"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Row.Answer(output, process.waitFor());
    }
}
