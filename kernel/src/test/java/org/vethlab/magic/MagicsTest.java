package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.lab.LabException;
import org.vethlab.picture.Picture;

class MagicsTest {
    /** All that was shown, in order. */
    private static final class Transcript implements Screen {
        private final StringBuilder text = new StringBuilder();
        private String rich = "";

        @Override
        public void out(String more) {
            text.append(more);
        }

        @Override
        public void err(String more) {
            text.append("err: ").append(more);
        }

        @Override
        public void show(Picture picture) {
            text.append(picture.text()).append('\n');
            rich = picture.rich();
        }
    }

    @TempDir
    private Path folder;

    private LabSession session;
    private final Transcript screen = new Transcript();

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(folder.resolve("scenarios/two.sh"), "true\n");
        session = new LabSession((backend, course) -> new FakeLab(), Backend.SIMULATED, new Course(folder));
    }

    private String run(String cell) {
        for (Piece piece : CellSplitter.split(cell, (source, lenient) -> false)) {
            Piece.Magic magic = (Piece.Magic) piece;
            Magic found = Magics.named(magic.name(), magic.body().isPresent());
            found.run(new Call(found, magic.rest(), magic.body()), session, screen);
        }
        return screen.text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%ns netns12 ip  'a b' \"c\" | netns12$ ip  'a b' \"c\"",
                "%sh echo $x | host$ echo $x",
                "%backend | simulated",
                "%reset | an empty lab",
                "%scenario two | two: netns12, netnsR",
            })
    void prints(String cell, String expected) {
        assertThat(run(cell)).endsWith(expected + "\n");
    }

    @Test
    void aScriptBelowHasItsArguments() {
        assertThat(run("%%ns netnsR 1 'two three'\necho\nls")).isEqualTo("netnsR$ echo\nls [1, two three]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%ns | wants a name: %ns NAMESPACE COMMAND…",
                "%ns netns12 | wants a command: %ns NAMESPACE COMMAND…",
                "%ns nowhere ip a | there is no namespace 'nowhere'; there are: host, netns12, netnsR",
                "%ns netns12 echo 'a | the quote ' is never closed",
                "%%ns netns12 | wants a script in the lines below: %%ns NAMESPACE COMMAND…",
                "%%sh | wants a script in the lines below: %%sh COMMAND…",
                "%sh | wants a command: %sh COMMAND…",
                "%scenario | wants a name: %scenario NAME",
                "%scenario three | no scenario 'three'; there are: two",
                "%rotes netnsR | there is no %rotes; did you mean %routes?",
                "%xyzzy | there is no %xyzzy; %help lists them",
                "%%routes netnsR | stands on a line of its own: %routes NAMESPACE",
                "%routes a b | takes one name: %routes NAMESPACE",
                "%backend vm | no backend 'vm'; there are: simulated, live",
                "%exercise none | no exercise none; there are: ",
            })
    void refusesInOneLine(String cell, String expected) {
        assertThatThrownBy(() -> run(cell))
                .isInstanceOf(LabException.class)
                .message()
                .satisfies(message -> assertThat(message.strip()).isEqualTo(expected.strip()));
    }

    @Test
    void marksTheRouteThatIsTaken() {
        assertThat(run("%routes netnsR")).isEqualTo("""
                        Routes of netnsR
                        destination     via          device  source         metric  scope
                        192.168.5.0/24               veth1R  192.168.5.100          link   ← chosen
                        192.168.5.0/24               veth2R  192.168.5.200          link   ← equal prefix, not chosen
                        10.0.0.0/8      192.168.5.1  veth1R                 5
                        """);
    }

    @Test
    void marksNeighboursThatRoutesPassBy() {
        assertThat(run("%arp netnsR")).isEqualTo("""
                        Neighbours of netnsR
                        address       device  link-layer address  state
                        192.168.5.22  veth1R                      FAILED
                        192.168.5.22  veth2R  aa:b4:a7:ca:bf:a4   STALE   ← route says veth1R
                        172.16.0.1    veth2R  aa:b4:a7:ca:bf:a5   STALE   ← no route
                        """);
        assertThat(screen.rich)
                .startsWith("<table")
                .contains("<caption", "<th scope=\"col\"", "route says veth1R")
                .doesNotContain("<script");
    }

    @Test
    void theTableIsSortedAndComplete() {
        assertThat(Magics.names()).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(Magics.names())
                .allSatisfy(name -> assertThat(Magics.find(name)).isNotEmpty());
        assertThat(run("%help")).contains("%ns NAMESPACE COMMAND…");
        assertThat(Magics.find("none")).isEqualTo(Optional.empty());
    }
}
