package org.vethlab.program.ping;

import java.util.ArrayDeque;
import java.util.Optional;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.Received;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.process.Process;

/** A raw socket with its two queues: what came, and the errors about what was sent, which are read first. */
final class PingSocket {
    private final RawSocket raw;
    private final ArrayDeque<Received> packets = new ArrayDeque<>();
    private final ArrayDeque<Received> errors = new ArrayDeque<>();

    PingSocket(RawSocket raw, Process process) {
        this.raw = raw;
        raw.onReceive(received -> {
            (received.error().isPresent() ? errors : packets).add(received);
            process.wake();
        });
    }

    void send(SendRequest request) {
        raw.send(request);
    }

    boolean isEmpty() {
        return packets.isEmpty() && errors.isEmpty();
    }

    Optional<Received> take() {
        return takeError().or(() -> Optional.ofNullable(packets.poll()));
    }

    /** recvmsg(2) with MSG_ERRQUEUE. */
    Optional<Received> takeError() {
        return Optional.ofNullable(errors.poll());
    }
}
