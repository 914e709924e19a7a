package org.vethlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vethlab.trace.Fate;
import org.vethlab.trace.Station;
import org.vethlab.trace.Story;

/** Whether a command's story is told rightly: the sentence to take away, and that nothing else comes into it. */
class ExplanationTest {
    private static final String PAIR = """
        ip netns add A; ip netns add B
        ip link add a0 netns A type veth peer name b0 netns B
        ip -n A addr add 10.0.0.1/24 dev a0; ip -n B addr add 10.0.0.2/24 dev b0
        ip -n A link set lo up; ip -n B link set lo up
        """;

    private static final String UP = "ip -n A link set a0 up; ip -n B link set b0 up\n";

    private final SimulatedLab lab = new SimulatedLab();

    /** A file: lines for the host's shell; {@code %why PLACE COMMAND}, and in the next line what is to be learnt. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bond",
                "bridge",
                "experiments",
                "forwarding",
                "ipv6",
                "ipv6-two-segments",
                "nat",
                "one-switch",
                "queues-and-transport",
                "routes-and-translation",
                "rules-and-sysctls",
                "spanning-tree",
                "tunnels",
                "vrf",
                "wrong-neighbours"
            })
    void theSentenceIsWhatThereIsToLearn(String name) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> told = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        for (String line : file(name).split("\n")) {
            if (line.startsWith("%why ")) {
                onHost(script.toString());
                script.setLength(0);
                String[] words = line.split(" ", 3);
                told.add(line + "\n► " + why(words[1], words[2]).sentence());
                expected.add(line);
            } else if (line.startsWith("► ")) {
                expected.set(expected.size() - 1, expected.get(expected.size() - 1) + "\n" + line);
            } else {
                script.append(line).append('\n');
            }
        }
        assertThat(told).isNotEmpty().isEqualTo(expected);
    }

    private static String file(String name) throws IOException {
        try (InputStream in = ExplanationTest.class.getResourceAsStream("/why/" + name + ".txt")) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** New addresses are checked, listeners report, and somebody else pings: none of that is the command's doing. */
    @Test
    void whatOthersDoMeanwhileStaysOut() {
        onHost(PAIR + UP + "ip netns exec B ping -i 0.2 10.0.0.1 > /dev/null &\n");

        Story story = why("A", "ping -c 3 10.0.0.2");

        assertThat(story.lines())
                .filteredOn(line -> line.text().startsWith("echo request arrives"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.namespace()).isEqualTo("B");
                    assertThat(line.times()).isEqualTo(3);
                });
        assertThat(story.lines())
                .noneMatch(
                        line -> line.text().contains("listener") || line.text().contains("ff02"));
    }

    @Test
    void whatAnEarlierCommandLeftBehindStaysOut() {
        onHost(PAIR + UP);
        why("A", "ping -i 0.2 10.0.0.2 > /dev/null &");

        assertThat(why("A", "ping -c 2 10.0.0.2").lines())
                .filteredOn(line -> line.text().startsWith("echo request arrives"))
                .singleElement()
                .satisfies(line -> assertThat(line.times()).isEqualTo(2));
    }

    /** Reports of listeners, the check of a new address: a command's doing, but not what it is about. */
    @Test
    void whatKernelsDoOfThemselvesStaysOut() {
        onHost(PAIR + UP);

        Story story = why("A", "ip link set a0 down; ip link set a0 up; sleep 5");

        assertThat(story.sentence()).isEqualTo("No packet left for the network.");
        assertThat(story.crossings()).isEmpty();
    }

    /** That nobody answers a host tells itself, over lo. */
    @Test
    void whatAHostTellsItselfIsNoNews() {
        onHost(PAIR + UP);

        assertThat(why("A", "ping -c 1 10.0.0.9").lines())
                .extracting(Story.Line::text)
                .anyMatch(text -> text.contains("10.0.0.9"))
                .noneMatch(text -> text.matches(".*\\blo\\b.*"));
    }

    /** More than is kept: what was on its way then did not get lost. The ping before it has the cut fall into a packet. */
    @Test
    void ofAFloodTheBeginningIsTold() {
        onHost(PAIR + UP);

        String command = "ping -c 1 127.0.0.1; ping -q -i 0.002 -c 4000 10.0.0.2";
        assertThat(why("A", command).sentence())
                .startsWith("The echo request arrived in A, and the echo reply came back")
                .endsWith(" (Only the beginning was looked at: there were too many packets.)");
    }

    @Test
    void theSameQuestionIsToldOnce() {
        onHost(PAIR + UP);

        Story story = why("A", "ping -c 1 -W 1 10.0.0.9");

        assertThat(story.lines())
                .filteredOn(line -> line.station() == Station.ARP)
                .singleElement()
                .satisfies(line -> assertThat(line.times()).isEqualTo(3));
    }

    /** Its packet waits for three seconds, ping for one. */
    @Test
    void timeGoesOnUntilAWaitingPacketHasItsEnd() {
        onHost(PAIR + UP);
        long before = lab.time();

        Story story = why("A", "ping -c 1 -W 1 10.0.0.9");

        assertThat(story.lines()).anyMatch(line -> line.fate().equals(java.util.Optional.of(Fate.NEIGH_FAILED)));
        assertThat(lab.time() - before).isGreaterThan(3_000_000_000L);
    }

    @Test
    void askingWhyChangesNothing() {
        onHost(PAIR + UP);
        List<JournalEntry> before = lab.journal();
        SimulatedLab other = lab.copy();

        why("A", "ping -c 2 10.0.0.2");
        StringBuilder told = new StringBuilder();
        other.run(other.place("A"), "ping -c 2 10.0.0.2", List.of(), sink(told));
        StringBuilder now = new StringBuilder();
        lab.run(lab.place("A"), "ip -s neigh; ip -s link", List.of(), sink(now));
        StringBuilder there = new StringBuilder();
        other.run(other.place("A"), "ip -s neigh; ip -s link", List.of(), sink(there));

        assertThat(now).isNotEmpty();
        assertThat(now.toString()).isEqualTo(there.toString());
        assertThat(lab.journal()).hasSize(before.size() + 2);
    }

    @Test
    void framesAreToldFromCableToCable() {
        onHost(PAIR + UP);

        Story story = why("A", "ping -c 1 10.0.0.2");

        assertThat(story.crossings())
                .hasSize(4)
                .allSatisfy(step -> assertThat(step.decision().text()).isIn("a0 to b0", "b0 to a0"));
    }

    private void onHost(String script) {
        if (script.isEmpty()) {
            return;
        }
        lab.run(Place.HOST, script, List.of(), sink(new StringBuilder()));
    }

    private Story why(String place, String command) {
        return lab.explain(lab.place(place), command, List.of(), sink(new StringBuilder()))
                .story();
    }

    private static Lab.Sink sink(StringBuilder kept) {
        return new Lab.Sink() {
            @Override
            public void out(String text) {
                kept.append(text);
            }

            @Override
            public void err(String text) {
                kept.append(text);
            }
        };
    }
}
