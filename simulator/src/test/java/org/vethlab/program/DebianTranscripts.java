package org.vethlab.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs answer as those of Debian 12 did. A folder of resources holds transcripts and, below {@code files}, the files
 * that every command of them finds.
 */
public abstract class DebianTranscripts {
    private final Path resources;

    /** @param folder below the resources of this package */
    protected DebianTranscripts(String folder) {
        resources = Path.of("src/test/resources/org/vethlab/program").resolve(folder);
    }

    @TestFactory
    Stream<DynamicTest> answersAsDebianDid() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, byte[]> files = files();
        for (Path transcript : transcripts()) {
            for (Transcript.Entry entry : Transcript.parse(Files.readString(transcript))) {
                String name = transcript.getFileName() + ": " + entry.command();
                tests.add(DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(entry.answered(simulate(entry, files)).toString())
                                .isEqualTo(entry.toString())));
            }
        }
        return tests.stream();
    }

    /** Asks this machine's own tools; {@code -Dgolden.update=true} writes their answers down. */
    @Test
    void thisMachinesToolsAgree(@TempDir Path directory) throws IOException, InterruptedException {
        assumeTrue(new File("/etc/debian_version").exists(), "no Debian: nothing to compare with");
        assumeTrue(Files.readString(Path.of("/etc/debian_version")).startsWith("12"), "not Debian 12");
        StringBuilder different = new StringBuilder();
        for (Path transcript : transcripts()) {
            StringBuilder answers = new StringBuilder();
            for (Transcript.Entry entry : Transcript.parse(Files.readString(transcript))) {
                Path work = Files.createTempDirectory(directory, "tool");
                Transcript.Entry real =
                        isInstalled(entry.words().get(0)) ? entry.answered(execute(entry, work)) : entry;
                answers.append(real);
                different.append(real.equals(entry) ? "" : entry + "really:\n" + real);
            }
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(transcript, answers);
            }
        }
        assertThat(Boolean.getBoolean("golden.update") ? "" : different.toString())
                .isEmpty();
    }

    private static boolean isInstalled(String program) {
        return Stream.of("/usr/bin", "/bin", "/usr/sbin").anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static Simulated.Outcome simulate(Transcript.Entry entry, Map<String, byte[]> files) {
        Simulated machine = new Simulated();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith("/")) {
                machine.directory(file.getKey().replaceFirst("/$", ""));
            } else {
                machine.file(file.getKey(), file.getValue());
            }
        }
        byte[] input = entry.input().isEmpty() ? new byte[0] : files.get(entry.input());
        return machine.run(input, entry.words());
    }

    private Simulated.Outcome execute(Transcript.Entry entry, Path work) throws IOException, InterruptedException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = work.resolve(file.getKey());
            if (file.getKey().endsWith("/")) {
                Files.createDirectory(path);
            } else {
                Files.write(path, file.getValue());
            }
        }
        ProcessBuilder builder =
                new ProcessBuilder(entry.words()).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(entry.input().isEmpty() ? new byte[0] : files().get(entry.input()));
        } catch (IOException e) {
            // it reads no further than it needs
        }
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor(10, TimeUnit.SECONDS);
        return new Simulated.Outcome(new String(output, StandardCharsets.ISO_8859_1), process.exitValue());
    }

    private List<Path> transcripts() throws IOException {
        try (Stream<Path> all = Files.list(resources)) {
            return all.filter(path -> path.toString().endsWith(".transcript"))
                    .sorted()
                    .toList();
        }
    }

    /** The files that every command finds; a directory's name ends with a slash. */
    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Path root = resources.resolve("files");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(path -> !path.equals(root)).toList()) {
                String name = root.relativize(path).toString();
                if (Files.isDirectory(path)) {
                    files.put(name + "/", new byte[0]);
                } else {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }
}
