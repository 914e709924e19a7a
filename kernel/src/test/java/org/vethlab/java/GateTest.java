package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.lab.Lab;
import org.vethlab.magic.FakeLab;

@Timeout(30)
class GateTest {
    private final Gate gate = new Gate();
    private final Lab lab = new FakeLab();

    @Test
    void onceAStopIsWantedNobodyGetsIn() throws InterruptedException {
        assertThat(gate.close(0)).isTrue();
        assertThatThrownBy(() -> gate.enter(lab)).isInstanceOf(StoppedError.class);
        gate.open();
        gate.enter(lab);
        gate.leave(lab);
        assertThat(gate.close(0)).isTrue();
    }

    @Test
    void whoIsInsideIsInterruptedAwaitedAndEnded() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Lab busy = new FakeLab() {
            @Override
            public void interrupt() {
                interrupted.countDown();
            }
        };
        gate.enter(busy);
        Thread inside = new Thread(() -> {
            try {
                interrupted.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThatThrownBy(() -> gate.leave(busy)).isInstanceOf(StoppedError.class);
        });
        inside.start();
        assertThat(gate.close(20_000)).isTrue();
        inside.join();
    }

    @Test
    void oneThatDoesNotComeOutIsLeftThere() throws InterruptedException {
        gate.enter(lab);
        assertThat(gate.close(1)).isFalse();
    }
}
