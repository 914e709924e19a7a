package org.vethlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lab is looked at from outside: between two runs, and during one. */
@Timeout(20)
class GlimpseTest {
    private final SimulatedLab lab = new SimulatedLab();
    private final CountDownLatch printed = new CountDownLatch(1);

    private final Lab.Sink sink = new Lab.Sink() {
        @Override
        public void out(String text) {
            printed.countDown();
        }

        @Override
        public void err(String text) {}
    };

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void betweenTwoRuns() {
        lab.run(Place.HOST, "ip link add left type veth peer name right; answer=42; f() { :; }", List.of(), sink);
        assertThat(lab.glimpse(Place.HOST, List.of("ip", "-br", "link")))
                .hasValueSatisfying(text -> assertThat(text).contains("left@right"));
        assertThat(lab.glimpse(Place.HOST, List.of("nonsense"))).contains("");
        assertThat(lab.glimpseShell()).hasValueSatisfying(names -> {
            assertThat(names.variables()).containsEntry("answer", "42").containsEntry("RANDOM", "");
            assertThat(names.functions()).containsExactly("f");
        });
        assertThat(lab.journal()).hasSize(1);
    }

    /** A namespace lives as long as somebody is in it; who only looked is gone. */
    @Test
    void leavesNobodyBehind() {
        lab.run(
                Place.HOST,
                "ip netns add blue; ip link add left type veth peer name right netns blue",
                List.of(),
                sink);
        assertThat(lab.glimpse(lab.place("blue"), List.of("ip", "-br", "link"))).isPresent();
        lab.run(Place.HOST, "ip netns del blue; sleep 1", List.of(), sink);
        assertThat(lab.glimpse(Place.HOST, List.of("ip", "-br", "link")))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("left"));
    }

    @Test
    void whileAProgramWaits() throws InterruptedException {
        lab.run(Place.HOST, "ip link set lo up; ip netns add blue", List.of(), sink);
        Thread run = new Thread(() -> lab.run(Place.HOST, "ping 127.0.0.1", List.of(), sink));
        run.start();
        printed.await();
        assertThat(found(() -> lab.glimpse(Place.HOST, List.of("ip", "netns")))).isEqualTo("blue\n");
        assertThat(found(lab::glimpsePlaces)).extracting(Place::name).containsExactly("host", "blue");
        assertThat(run.isAlive()).isTrue();
        lab.interrupt();
        run.join();
    }

    /** A busy machine may take its time: then nothing is said, and one asks again. */
    private static <T> T found(Supplier<Optional<T>> look) {
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            found = look.get();
        }
        return found.get();
    }

    @Test
    void aPlaceThatIsNoMore() {
        lab.run(Place.HOST, "ip netns add blue", List.of(), sink);
        Place blue = lab.place("blue");
        lab.run(Place.HOST, "ip netns del blue", List.of(), sink);
        assertThatThrownBy(() -> lab.glimpse(blue, List.of("ip", "addr"))).isInstanceOf(LabException.class);
    }
}
