package org.vethlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Decision ARRIVES = new Decision.Delivered("echo request arrives");

    private final AtomicInteger full = new AtomicInteger();
    private final Recorder recorder = new Recorder(full::incrementAndGet);

    private void step(int packet) {
        recorder.step(new Step(0, 1, packet, Optional.empty(), ARRIVES));
    }

    @Test
    void keepsWhatTheFirstNumberCauses() {
        recorder.made(5, 0);
        recorder.made(6, 5);
        recorder.made(7, 6);
        recorder.made(9, 8);
        for (int packet = 4; packet <= 9; packet++) {
            step(packet);
        }
        assertThat(recorder.steps()).extracting(Step::packet).containsExactly(5, 6, 7);
        assertThat(recorder.cause(7)).isEqualTo(6);
        assertThat(recorder.root()).isEqualTo(5);
    }

    /** Then nobody needs to make any more. */
    @Test
    void tellsOnceThatItIsFull() {
        recorder.made(1, 0);
        for (int i = 0; i < 19_999; i++) {
            step(1);
        }
        assertThat(recorder.isFull()).isFalse();
        assertThat(full).hasValue(0);
        step(1);
        step(1);
        assertThat(recorder.isFull()).isTrue();
        assertThat(full).hasValue(1);
        assertThat(recorder.steps()).hasSize(20_000);
    }
}
