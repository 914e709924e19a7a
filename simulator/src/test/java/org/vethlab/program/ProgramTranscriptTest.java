package org.vethlab.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.vethlab.process.TestMachine;

/**
 * Programs answer as those of Debian 12 did on a real kernel, in a namespace of their own. In a transcript stands
 * {@code $ command}, then what it printed, then {@code [status]}; a line with {@code @} is run and not compared. Random
 * MAC addresses are numbered in order of appearance.
 */
@Timeout(60)
class ProgramTranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/vethlab/program");
    private static final Pattern MAC = Pattern.compile("\\b([0-9a-f]{2}:){5}[0-9a-f]{2}\\b");
    private static final Pattern FIXED_MAC =
            Pattern.compile("00:00:00:00:00:00|ff:ff:ff:ff:ff:ff|0[23]:00:00.*|01:.*|33:33.*");
    private static final Pattern TIMER = Pattern.compile("(_timer\"?:?\\s*)\\d+\\.\\d\\d");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Map<String, String> macs = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> answersAsLinuxDid() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".transcript"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)));
    }

    private void replay(Path file) throws IOException {
        TestMachine machine = new TestMachine();
        macs.clear();
        List<String> lines = Files.readAllLines(file);
        int i = 0;
        while (i < lines.size()) {
            String command = lines.get(i++);
            String answer = normalForm(machine.run(words(command.substring(2))));
            if (command.startsWith("@")) {
                continue;
            }
            StringBuilder expected = new StringBuilder();
            String line = lines.get(i++);
            while (!line.matches("\\[\\d+\\]")) {
                expected.append(line).append('\n');
                line = lines.get(i++);
            }
            assertThat(answer).as("%s: %s", file.getFileName(), command).isEqualTo(expected + line);
        }
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(command);
        while (matcher.find()) {
            String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            words.add(quoted != null ? quoted : matcher.group());
        }
        return words.toArray(String[]::new);
    }

    private String normalForm(String text) {
        String withMacs = MAC.matcher(text).replaceAll(mac -> number(mac.group()));
        return TIMER.matcher(withMacs).replaceAll("$1T");
    }

    private String number(String mac) {
        if (FIXED_MAC.matcher(mac).matches()) {
            return mac;
        }
        return macs.computeIfAbsent(mac, unused -> "<mac" + (macs.size() + 1) + ">");
    }
}
