package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Drawable;

/** The cells of {@code docs/java-cells.md} show what the page says; {@code -Dgolden.update=true} writes it anew. */
@Timeout(120)
class JavaCellsPageTest {
    private static final Path PAGE = Path.of("../docs/java-cells.md");
    private static final Path SCENARIO = Path.of("../notebooks/scenarios/two-segments.sh");
    private static final Pattern CELL = Pattern.compile("(?s)```java\n(.*?)```\n(?:```text\n.*?```\n)?");

    private final StringBuilder shown = new StringBuilder();

    private final Lab.Sink sink = new Lab.Sink() {
        @Override
        public void out(String text) {
            shown.append(text);
        }

        @Override
        public void err(String text) {
            shown.append(text);
        }
    };

    @Test
    void everyCellShowsWhatThePageSays(@TempDir Path folder) throws Exception {
        Agent.load(folder);
        String page = Files.readString(PAGE);
        String made = run(page);
        if (Boolean.getBoolean("golden.update") && !Boolean.parseBoolean(System.getenv("CI"))) {
            Files.writeString(PAGE, made);
        }
        assertThat(page).as("made anew by -Dgolden.update=true").isEqualTo(made);
    }

    private String run(String page) throws IOException {
        PrintStream before = System.out;
        System.setOut(new PrintStream(new ToSink(), true, StandardCharsets.UTF_8));
        try (SimulatedLab lab = new SimulatedLab();
                JavaCells cells = new JavaCells(() -> lab, () -> sink, JavaCellsPageTest::text, List.of())) {
            lab.run(Place.HOST, Files.readString(SCENARIO), List.of(), sink);
            return CELL.matcher(page).replaceAll(cell -> Matcher.quoteReplacement(cell(cells, cell)));
        } finally {
            System.setOut(before);
        }
    }

    private String cell(JavaCells cells, MatchResult cell) {
        shown.setLength(0);
        cells.begin();
        try {
            cells.run(cell.group(1), "In[1]", 1).value().ifPresent(shown::append);
        } catch (JavaFailure e) {
            shown.append(String.join("\n", e.lines()));
        }
        String source = "```java\n" + cell.group(1) + "```\n";
        String answer = shown.toString().strip();
        return answer.isEmpty() ? source : source + "```text\n" + answer + "\n```\n";
    }

    private static String text(Object value) {
        return value instanceof Drawable drawable ? drawable.draw().text() : value.toString();
    }

    private final class ToSink extends OutputStream {
        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            shown.append(new String(octets, offset, length, StandardCharsets.UTF_8));
        }
    }
}
