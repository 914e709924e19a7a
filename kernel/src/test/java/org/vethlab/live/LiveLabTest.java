package org.vethlab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Picture;
import org.vethlab.picture.topology.Drawing;
import org.vethlab.picture.topology.Topology;

/** Real namespaces; skipped where the machine has none to give. */
@Timeout(60)
class LiveLabTest {
    /** A namespace with a host name, as the course's scenarios make them. */
    private static final String MAKE_BOX = """
        unshare --net --uts /bin/bash &
        export pid_box=$!
        until [ "$(readlink /proc/$!/ns/uts)" != "$(readlink /proc/$$/ns/uts)" ]; do sleep 0.05; done
        nsenter -t $! -u hostname box
        nsenter -t $! -n ip link set lo up
        """;

    @TempDir
    Path directory;

    private static final class Kept implements Lab.Sink {
        private final StringBuffer out = new StringBuffer();
        private final StringBuffer err = new StringBuffer();

        @Override
        public void out(String text) {
            out.append(text);
        }

        @Override
        public void err(String text) {
            err.append(text);
        }
    }

    @BeforeEach
    void needsRealNamespaces() {
        List<String> obstacles = LiveSupport.obstacles();
        assumeTrue(obstacles.isEmpty(), () -> String.join("; ", obstacles));
    }

    /** Who is plugged into whom is asked of ip, lsns and /proc: namespaces without a name have the same numbers. */
    @Test
    void isDrawnAsTheSimulatedOneIs() throws IOException {
        String scenario = Files.readString(Path.of("../notebooks/scenarios/two-segments.sh"));
        try (Lab real = LiveLab.open(directory);
                Lab simulated = new SimulatedLab()) {
            real.run(Place.HOST, scenario, List.of(), new Kept());
            simulated.run(Place.HOST, scenario, List.of(), new Kept());
            Picture drawn = Drawing.first(Topology.of(real)).draw();
            Picture expected = Drawing.first(Topology.of(simulated)).draw();
            assertThat(drawn.text()).isEqualTo(expected.text());
            assertThat(drawn.rich()).isEqualTo(expected.rich());
        }
    }

    @Test
    void keepsVariablesAndGivesStatusOutputAndErrors() {
        try (Lab lab = LiveLab.open(directory)) {
            Kept first = new Kept();
            assertThat(lab.run(Place.HOST, "x=1; hostname; nosuch", List.of(), first))
                    .isEqualTo(127);
            assertThat(first.out).hasToString("host\n");
            assertThat(first.err).hasToString("bash: nosuch: command not found\n");
            Kept second = new Kept();
            assertThat(lab.run(Place.HOST, "echo $x $1 $2", List.of("a b", "it's"), second))
                    .isZero();
            assertThat(second.out).hasToString("1 a b it's\n");
        }
    }

    @Test
    void readsTheFolderWhereItStartsAndKeepsWhatIsWritten() throws Exception {
        Files.writeString(directory.resolve("given.txt"), "given\n");
        try (Lab lab = LiveLab.open(directory)) {
            Kept kept = new Kept();
            lab.run(Place.HOST, "echo made > made.txt; cat given.txt made.txt", List.of(), kept);
            assertThat(kept.out).hasToString("given\nmade\n");
        }
        assertThat(directory.resolve("made.txt")).doesNotExist();
    }

    @Test
    void entersNamespacesByHostNameNameAndPid() {
        try (Lab lab = LiveLab.open(directory)) {
            Kept kept = new Kept();
            lab.run(Place.HOST, MAKE_BOX + "ip netns add named; echo $pid_box", List.of(), kept);
            assertThat(lab.places()).extracting(Place::name).containsExactly("host", "named", "box");
            Kept inside = new Kept();
            lab.run(lab.place("box"), "hostname; ip -br link", List.of(), inside);
            lab.run(lab.place("named"), "ip -br link", List.of(), inside);
            lab.run(lab.place(kept.out.toString().strip()), "hostname", List.of(), inside);
            assertThat(inside.out.toString().lines().map(line -> line.split(" ", 2)[0]))
                    .containsExactly("box", "lo", "lo", "box");
            assertThatThrownBy(() -> lab.place("nosuch"))
                    .isInstanceOf(LabException.class)
                    .hasMessage("no namespace nosuch; there are: host, named, box");
        }
    }

    @Test
    void interruptsAnEndlessPingAndAnEndlessLoopAndStaysWhole() throws Exception {
        try (Lab lab = LiveLab.open(directory)) {
            Kept kept = new Kept();
            lab.run(Place.HOST, MAKE_BOX, List.of(), kept);
            assertThat(interrupted(lab, lab.place("box"), "ping 127.0.0.1", kept))
                    .isZero();
            assertThat(kept.out).contains("ping statistics");
            assertThat(interrupted(lab, Place.HOST, "while true; do :; done", kept))
                    .isEqualTo(130);
            Kept after = new Kept();
            lab.run(Place.HOST, "[ -d /proc/$pid_box ] && echo alive", List.of(), after);
            assertThat(after.out).hasToString("alive\n");
        }
    }

    private static int interrupted(Lab lab, Place place, String script, Lab.Sink sink) throws Exception {
        var run = CompletableFuture.supplyAsync(() -> lab.run(place, script, List.of(), sink));
        while (!run.isDone()) {
            try {
                run.get(700, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                lab.interrupt();
            }
        }
        return run.get();
    }
}
