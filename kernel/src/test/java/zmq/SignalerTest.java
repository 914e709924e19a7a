package zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignalerTest {
    private static final int SIGNALS = 20_000;

    private final Ctx context = new Ctx();

    @Test
    void standsInForJeromqs() {
        assertThat(location(Signaler.class)).isNotEqualTo(location(Ctx.class));
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    @Test
    void whatCanBeReadIsCounted() throws Exception {
        Semaphore wanted = new Semaphore(0);
        try (Signaler signaler = new Signaler(context, 1, context.errno());
                Selector selector = Selector.open()) {
            Thread writer = new Thread(() -> {
                for (int i = 0; i < SIGNALS; i++) {
                    wanted.acquireUninterruptibly();
                    signaler.send();
                }
            });
            writer.start();
            signaler.getFd().register(selector, SelectionKey.OP_READ);
            int uncounted = 0;
            for (int i = 0; i < SIGNALS; i++) {
                wanted.release();
                selector.select();
                selector.selectedKeys().clear();
                while (!signaler.waitEvent(0)) {
                    uncounted++;
                }
                signaler.recv();
            }
            writer.join();
            assertThat(uncounted).isZero();
            assertThat(signaler.waitEvent(0)).isFalse();
        }
    }

    @Test
    void waits() throws Exception {
        try (Signaler signaler = new Signaler(context, 1, context.errno())) {
            assertThat(signaler.waitEvent(10)).isFalse();
            assertThat(context.errno().get()).isEqualTo(ZError.EAGAIN);
            Thread writer = new Thread(signaler::send);
            writer.start();
            assertThat(signaler.waitEvent(-1)).isTrue();
            writer.join();
        }
    }

    @Test
    void anInterruptIsLeftToTheCaller() throws Exception {
        try (Signaler signaler = new Signaler(context, 1, context.errno())) {
            Thread.currentThread().interrupt();
            signaler.send();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(signaler.waitEvent(-1)).isFalse();
            assertThat(context.errno().get()).isEqualTo(ZError.EINTR);
            assertThat(signaler.waitEvent(-1)).isTrue();
        }
    }
}
