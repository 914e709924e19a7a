package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vethlab.complete.Completions;
import org.vethlab.complete.Note;

class CompleterTest {
    private final LabSession session =
            new LabSession((backend, course) -> new FakeLab(), Backend.SIMULATED, new Course(Path.of("none")));
    private final Completer completer = new Completer(session);

    private List<String> at(String cell) {
        return completer.complete(cell, cell.length()).map(Completions::texts).orElse(List.of("java"));
    }

    @Test
    void magics() {
        assertThat(at("%ro")).containsExactly("%routes");
        assertThat(at("%%")).contains("%%ns", "%%sh").doesNotContain("%%routes");
        assertThat(completer.complete("  %ro", 5).orElseThrow().start()).isEqualTo(2);
    }

    @Test
    void namespacesOnceThereIsALab() {
        assertThat(at("%ns ")).containsExactly("host");
        assertThat(session.lab()).isNotNull();
        assertThat(at("%ns ")).containsExactly("host", "netns12", "netnsR");
        assertThat(at("%ns netnsR; x\n%routes netns1")).containsExactly("netns12");
    }

    @Test
    void programsWhereACommandStarts() {
        assertThat(at("%ns host i")).contains("ip").doesNotContain("bash");
        assertThat(at("%%ns host i")).isEmpty();
        assertThat(at("%ns host ip route add default \\\n  vi")).containsExactly("via");
        assertThat(at("%%sh\ntrue; i")).contains("ip");
        assertThat(at("%%sh\nip rou")).containsExactly("route");
    }

    @Test
    void stringsThatAreAboutTheLab() {
        assertThat(session.lab()).isNotNull();
        assertThat(at("int x;\nlab.ns(\"netns")).containsExactly("netns12", "netnsR");
        assertThat(at("lab.ns(\"netnsR\").run(\"ip rou")).containsExactly("route");
        assertThat(at("lab.run(\"netnsR\", \"ip li")).containsExactly("link");
        assertThat(at("lab.run(\"nets")).containsExactly("netstat");
        assertThat(at("lab.run(\"netns")).containsExactly("netns12", "netnsR");
        assertThat(at("lab.ns(\"netnsR\").nothing(\"ip rou")).containsExactly("java");
        assertThat(completer.complete("lab.run(\"ip rou", 15).orElseThrow().start())
                .isEqualTo(12);
    }

    @Test
    void javaIsLeftToJava() {
        assertThat(at("int i = l")).containsExactly("java");
        assertThat(completer.javaStart("%ns a b\nint x;\nx", 16)).isEqualTo(8);
    }

    @Test
    void explains() {
        assertThat(completer.describe("%routes netnsR", 3))
                .hasValueSatisfying(note -> assertThat(note.heading()).startsWith("%routes NAMESPACE"));
        assertThat(completer.describe("%ns host ip addr", 10))
                .hasValueSatisfying(
                        note -> assertThat(note.plain()).startsWith("ip: show").contains("OBJECT := {"));
        assertThat(completer.describe("int x", 2)).isEmpty();
        assertThat(completer.describe("lab.ns(\"host\").routes()", 10))
                .map(Note::heading)
                .contains("host");
        assertThat(completer.describe("lab.run(\"ip route\")", 14))
                .map(Note::heading)
                .contains("ip route");
        assertThat(completer.describe("lab.ns(\"host\").ping(\"", 9))
                .map(Note::heading)
                .contains("host");
    }
}
