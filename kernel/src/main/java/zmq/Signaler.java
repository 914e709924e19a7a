package zmq;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;
import zmq.util.Errno;

/**
 * Wakes the thread that reads a mailbox: a pipe with one byte for each signal.
 *
 * <p>This stands in for the class of that name in jeromq 0.6.0, which counts a signal after it has written the byte. When
 * the byte wakes the reader on the writer's own processor, the reader finds nothing counted, and looks again and again
 * until a tick of the scheduler lets the writer go on: up to 4 ms for each of a cell's messages. Here a signal is counted
 * first, so that who finds a byte finds it counted.
 */
final class Signaler implements Closeable {
    private final Ctx context;
    private final Errno errno;
    private final Pipe.SourceChannel source;
    private final Pipe.SinkChannel sink;
    private final Selector selector;
    private final AtomicLong sent = new AtomicLong();
    private long received;

    Signaler(Ctx context, @SuppressWarnings("unused") int socket, Errno errno) {
        this.context = context;
        this.errno = errno;
        try {
            Pipe pipe = Pipe.open();
            source = pipe.source();
            sink = pipe.sink();
            source.configureBlocking(false);
            sink.configureBlocking(false);
            selector = context.createSelector();
            source.register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /** Becomes readable with a signal. */
    SelectableChannel getFd() {
        return source;
    }

    /** From any thread. */
    void send() {
        sent.incrementAndGet();
        try {
            transfer(sink::write);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /**
     * Whether there is a signal.
     *
     * @param timeout in milliseconds; 0: only looks, negative: waits as long as it takes
     * @return false, and the error number says why: EAGAIN or EINTR
     */
    boolean waitEvent(long timeout) {
        if (Thread.interrupted()) {
            return fail(ZError.EINTR);
        }
        if (received < sent.get()) {
            return true;
        }
        return timeout == 0 ? fail(ZError.EAGAIN) : select(Math.max(timeout, 0));
    }

    private boolean select(long timeout) {
        try {
            int ready = selector.select(timeout);
            selector.selectedKeys().clear();
            boolean woken = ready == 0 && timeout == 0;
            if (Thread.interrupted() || woken) {
                return fail(ZError.EINTR);
            }
            return ready > 0 || fail(ZError.EAGAIN);
        } catch (ClosedSelectorException e) {
            return fail(ZError.EINTR);
        } catch (IOException e) {
            return fail(ZError.exccode(e));
        }
    }

    private boolean fail(int number) {
        errno.set(number);
        return false;
    }

    /** Takes one, when {@link #waitEvent} has said that it is there. */
    void recv() {
        try {
            transfer(source::read);
            received++;
        } catch (ClosedChannelException e) {
            errno.set(ZError.EINTR);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    private interface Transfer {
        /** @return how many bytes it was: none if the pipe is full, or its writer is not there yet */
        int run(ByteBuffer signal) throws IOException;
    }

    /** An interrupt would have closed the pipe; it is meant for who called jeromq. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void transfer(Transfer transfer) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            ByteBuffer signal = ByteBuffer.allocate(1);
            while (transfer.run(signal) == 0) {
                Thread.yield();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (sink;
                source) {
            context.closeSelector(selector);
        }
    }
}
