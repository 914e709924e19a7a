package org.vethlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

@Timeout(10)
class PipeTest {
    private final TestMachine test = new TestMachine();

    /** A child that writes to a pipe of which it and nobody else has the writing end. */
    private Process writer(Process self, Pipe pipe, byte[] bytes) {
        Process child = self.fork(mine -> {
            mine.out().write(bytes, 0, bytes.length);
            return 0;
        });
        child.descriptors().put(1, pipe.writer());
        return child;
    }

    @Test
    void aReaderGetsAllThatAWriterSendsInItsOrder() {
        byte[] bytes = new byte[300_000];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        test.inShell(self -> {
            Pipe pipe = test.machine().pipe();
            self.descriptors().put(5, pipe.reader());
            Process child = writer(self, pipe, bytes);
            assertThat(pipe.reader().input().readAll()).isEqualTo(bytes);
            assertThat(self.waitFor(child).status()).isZero();
            return 0;
        });
    }

    @Test
    void aWriterWaitsWhenThePipeIsFull() {
        test.inShell(self -> {
            Pipe pipe = test.machine().pipe();
            self.descriptors().put(5, pipe.reader());
            Process child = writer(self, pipe, new byte[65537]);
            self.sleep(1_000_000_000L);
            assertThat(child.state()).isEqualTo(new ProcessState.Running());
            byte[] one = new byte[1];
            assertThat(pipe.reader().input().read(one, 0, 1)).isEqualTo(1);
            assertThat(self.waitFor(child).isOver()).isTrue();
            return 0;
        });
    }

    @Test
    void aWriterWithoutAReaderIsEndedBySigpipe() {
        test.inShell(self -> {
            Pipe pipe = test.machine().pipe();
            self.descriptors().put(5, pipe.reader());
            Process child = writer(self, pipe, new byte[1]);
            self.descriptors().close(5);
            child.descriptors().close(5);
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Killed(Signal.PIPE));
            return 0;
        });
    }

    @Test
    void aWriterThatIgnoresSigpipeGetsAnError() {
        test.inShell(self -> {
            self.disposition(Signal.PIPE, Disposition.IGNORE);
            Pipe pipe = test.machine().pipe();
            self.descriptors().put(5, pipe.reader());
            self.descriptors().put(6, pipe.writer());
            self.descriptors().close(5);
            assertThatThrownBy(() -> pipe.writer().output().print("x"))
                    .isInstanceOfSatisfying(
                            NetException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EPIPE));
            return 0;
        });
    }

    @Test
    void aReaderMeetsTheEndOnlyWhenTheLastCopyOfTheWritingEndIsClosed() {
        test.inShell(self -> {
            Pipe pipe = test.machine().pipe();
            self.descriptors().put(5, pipe.reader());
            Process slow = self.fork(mine -> {
                mine.sleep(2_000_000_000L);
                return 0;
            });
            slow.descriptors().put(1, pipe.writer());
            writer(self, pipe, new byte[] {'a', 'b'});
            assertThat(Arrays.toString(pipe.reader().input().readAll())).isEqualTo("[97, 98]");
            assertThat(test.machine().clock().now()).isGreaterThanOrEqualTo(2_000_000_000L);
            return 0;
        });
    }
}
