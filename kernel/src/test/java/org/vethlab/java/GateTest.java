package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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
    void whoIsInsideIsInterruptedAwaitedAndEnded() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Lab busy = new FakeLab() {
            @Override
            public void interrupt() {
                interrupted.countDown();
            }
        };
        gate.enter(busy);
        FutureTask<Boolean> inside = new FutureTask<>(() -> {
            interrupted.await();
            gate.leave(busy);
            return true;
        });
        new Thread(inside).start();
        assertThat(gate.close(20_000)).isTrue();
        assertThatThrownBy(inside::get).hasCauseInstanceOf(StoppedError.class);
    }

    @Test
    void oneThatDoesNotComeOutIsLeftThere() throws InterruptedException {
        gate.enter(lab);
        assertThat(gate.close(1)).isFalse();
    }
}
