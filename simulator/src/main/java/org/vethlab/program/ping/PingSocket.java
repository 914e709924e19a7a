package org.vethlab.program.ping;

import java.util.ArrayDeque;
import java.util.Optional;
import org.vethlab.process.Process;

/** A raw socket with its two queues: what came, and the errors about what was sent, which are read first. */
abstract class PingSocket implements AutoCloseable {
    private final Process process;
    private final ArrayDeque<PingEvent> packets = new ArrayDeque<>();
    private final ArrayDeque<PingEvent> errors = new ArrayDeque<>();

    PingSocket(Process process) {
        this.process = process;
    }

    /**
     * Sends an echo request.
     *
     * @param confirm an answer has come since the last one: the next hop lives
     * @throws org.vethlab.net.NetException as sendmsg(2) would say
     */
    abstract void send(int sequence, byte[] data, boolean confirm);

    @Override
    public abstract void close();

    final void came(PingEvent event) {
        packets.add(event);
        process.wake();
    }

    final void failed(PingEvent event) {
        errors.add(event);
        process.wake();
    }

    final boolean isEmpty() {
        return packets.isEmpty() && errors.isEmpty();
    }

    final Optional<PingEvent> take() {
        return takeError().or(() -> Optional.ofNullable(packets.poll()));
    }

    /** recvmsg(2) with MSG_ERRQUEUE. */
    final Optional<PingEvent> takeError() {
        return Optional.ofNullable(errors.poll());
    }
}
