package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Picture;

/** {@code %why} runs the command, shows what it prints, then the table, the sentence and the moving packets. */
class WhyTest {
    private static final String PAIR = """
        ip netns add A; ip netns add B
        ip link add a0 netns A type veth peer name b0 netns B
        ip -n A addr add 10.0.0.1/24 dev a0; ip -n B addr add 10.0.0.2/24 dev b0
        ip -n A link set a0 up; ip -n B link set b0 up
        """;

    private final SimulatedLab lab = new SimulatedLab();
    private final LabSession session =
            new LabSession((backend, course) -> lab, Backend.SIMULATED, new Course(Path.of("nowhere")));
    private final StringBuilder shown = new StringBuilder();
    private Picture picture = Picture.html("", "");

    private final Screen screen = new Screen() {
        @Override
        public void out(String text) {
            shown.append(text);
        }

        @Override
        public void err(String text) {
            shown.append(text);
        }

        @Override
        public void show(Picture drawn) {
            picture = drawn;
        }
    };

    @AfterEach
    void close() {
        session.close();
    }

    private void why(String rest, Optional<String> body) {
        Magic magic = Magics.named("why", body.isPresent());
        magic.run(new Call(magic, rest, body), session, screen);
    }

    private void why(String rest) {
        why(rest, Optional.empty());
    }

    private void makePair() {
        session.lab().run(Place.HOST, PAIR, List.of(), screen);
    }

    @Test
    void theCommandsOutputTheTableAndTheSentence() {
        makePair();
        why("A ping -c 1 10.0.0.2");

        assertThat(shown).contains("1 packets transmitted, 1 received");
        assertThat(picture.text())
                .startsWith("Why: A ping -c 1 10.0.0.2\n")
                .containsPattern(
                        "0\\.000 ms +A +route +10\\.0\\.0\\.2 matches 10\\.0\\.0\\.0/24 dev a0 src 10\\.0\\.0\\.1"
                                + " +table main\n")
                .endsWith("\n► The echo request arrived in B, and the echo reply came back.");
        assertThat(picture.rich()).contains("<th scope=\"col\"").contains("the echo reply came back");
    }

    @Test
    void aScriptBelowIsRunAsAWhole() {
        makePair();
        why("A 10.0.0.2", Optional.of("ping -c 1 $1\nping -c 1 10.0.0.9\n"));

        assertThat(shown).contains("1 received").contains("0 received");
        assertThat(picture.text()).contains("1 of 2").contains("nobody behind a0 answers for 10.0.0.9");
    }

    @Test
    void aForkLeavesTheLabAlone() {
        makePair();
        int runs = lab.journal().size();
        why("--fork A ping -c 1 10.0.0.2");

        assertThat(picture.text()).contains("the echo reply came back");
        assertThat(lab.journal()).hasSize(runs);
    }

    @Test
    void whatReasonsAreCalledStandsBesideThem() {
        makePair();
        lab.run(
                lab.place("B"),
                "nft 'add table ip f; add chain ip f i { type filter hook input priority 0; policy drop; }'",
                List.of(),
                screen);
        why("A ping -c 1 -W 1 10.0.0.2");

        assertThat(picture.text())
                .containsPattern("netfilter drops it in INPUT +ip f i policy +← NETFILTER_DROP\n")
                .endsWith("► The echo request died in B: netfilter drops it in INPUT (ip f i policy).");
    }

    @Test
    void aRealKernelKeepsItsReasonsToItself() {
        LabSession live =
                new LabSession((backend, course) -> new FakeLab(), Backend.LIVE, new Course(Path.of("nowhere")));
        Magic magic = Magics.named("why");
        assertThatThrownBy(() -> magic.run(new Call(magic, "netns12 ls", Optional.empty()), live, screen))
                .isInstanceOf(LabException.class)
                .hasMessage("only a simulated lab can tell why; a real kernel keeps its reasons to itself");
    }

    @Test
    void whatIsMissingIsSaid() {
        for (String rest : List.of("", "--fork", "A", "--fork A")) {
            assertThatThrownBy(() -> why(rest)).isInstanceOf(LabException.class).hasMessageContaining("%why [--fork]");
        }
    }
}
