package org.vethlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A journal lived through again: the same lab, and it can be stopped. */
class ReplayTest {
    private static JournalEntry typed(String script) {
        return new JournalEntry("host", Optional.empty(), script, List.of(), Optional.empty());
    }

    @Test
    void livesThroughAllRuns() {
        Replay replay = new Replay(
                SimulatedLab.Settings.DEFAULT, List.of(typed("ip netns add a"), typed("ip -n a link set lo up")));
        try (SimulatedLab lab = replay.run()) {
            assertThat(lab.places()).extracting(Place::name).containsExactly("host", "a");
            assertThat(replay.done()).isEqualTo(replay.total()).isEqualTo(2);
        }
    }

    @Test
    void stopsAmidstARunWithoutAnEnd() throws InterruptedException {
        Replay replay = new Replay(
                SimulatedLab.Settings.DEFAULT, List.of(typed("true"), typed("while true; do sleep 1; done")));
        FutureTask<SimulatedLab> work = new FutureTask<>(replay::run);
        Thread thread = new Thread(work);
        thread.start();
        while (replay.done() < 1) {
            Thread.onSpinWait();
        }
        replay.stop();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThatThrownBy(work::get).hasRootCauseInstanceOf(LabException.class);
    }

    /** What kept pace with somebody's watch does not when it is lived through again. */
    @Test
    @Timeout(60)
    void waitsForNobody() {
        JournalEntry hour = new JournalEntry(
                "host",
                Optional.empty(),
                "ip link set lo up; ping -q -i 60 127.0.0.1",
                List.of(),
                Optional.of(3_600_000_000_000L));
        try (SimulatedLab lab = new Replay(SimulatedLab.Settings.DEFAULT, List.of(hour)).run()) {
            assertThat(lab.time()).isGreaterThan(3_600_000_000_000L);
        }
    }

    @Test
    @Timeout(30)
    void oneThatWasStoppedBeforehandMakesNoLab() {
        Replay replay = new Replay(SimulatedLab.Settings.DEFAULT, List.of(typed("while true; do sleep 1; done")));
        replay.stop();
        assertThatThrownBy(replay::run).isInstanceOf(LabException.class);
    }

    @Test
    void aRecorderKeepsWhatPassesAnyDeviceAndIsNotSeenInTheLab() {
        try (SimulatedLab lab = new SimulatedLab()) {
            Sink sink = new Sink();
            lab.run(Place.HOST, "ip netns add a; ip -n a link set lo up", List.of(), sink);
            Place a = lab.place("a");
            try (var recorder = lab.record(List.of(a), List.of(), "icmp[0] = 8")) {
                lab.run(a, "ping -c 2 127.0.0.1; ps", List.of(), sink);
                assertThat(recorder.sightings())
                        .hasSize(2)
                        .allMatch(sighting -> sighting.device().equals("lo"));
            }
            assertThat(sink.text.toString()).doesNotContain("tcpdump");
        }
    }

    @Test
    void aRecorderRefusesDevicesAndFiltersThatThereAreNot() {
        try (SimulatedLab lab = new SimulatedLab()) {
            assertThatThrownBy(() -> lab.record(List.of(Place.HOST), List.of("lo", "eth7"), ""))
                    .hasMessage("there is no device 'eth7' in host");
            assertThatThrownBy(() -> lab.record(List.of(Place.HOST), List.of(), "host and"))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("syntax error");
        }
    }

    private static final class Sink implements Lab.Sink {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void out(String more) {
            text.append(more);
        }

        @Override
        public void err(String more) {
            text.append(more);
        }
    }
}
