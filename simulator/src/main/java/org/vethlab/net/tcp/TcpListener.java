package org.vethlab.net.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.wire.TcpSegment;

/** A listening socket's queues: connections on the way, and those that wait to be accepted. */
final class TcpListener {
    private final TcpStack stack;
    private final TcpSocket socket;
    private final List<TcpConnection> opening = new ArrayList<>();
    private final Deque<TcpConnection> completed = new ArrayDeque<>();
    private int backlog;

    TcpListener(TcpStack stack, TcpSocket socket, int backlog) {
        this.stack = stack;
        this.socket = socket;
        this.backlog = backlog;
    }

    void backlog(int newBacklog) {
        backlog = newBacklog;
    }

    int backlog() {
        return backlog;
    }

    int waiting() {
        return completed.size();
    }

    /** Surprising: one more than the backlog fits (sk_acceptq_is_full). */
    boolean hasRoom() {
        return completed.size() <= backlog;
    }

    /** A SYN: a new connection, unless too many wait; then it is dropped, and the client tries again. */
    void receive(TransportPacket arrival, TcpSegment segment) {
        if (segment.has(TcpSegment.RST)) {
            return;
        }
        if (segment.has(TcpSegment.ACK)) {
            stack.reset(arrival, segment);
            return;
        }
        if (!segment.has(TcpSegment.SYN) || segment.has(TcpSegment.FIN) || arrival.toGroup() || !hasRoom()) {
            return;
        }
        Endpoint local = new Endpoint(arrival.destination(), segment.destinationPort());
        Endpoint remote = new Endpoint(arrival.source(), segment.sourcePort());
        TcpConnection connection =
                new TcpConnection(stack, local, remote, socket.settings().copy());
        connection.ipv6(socket.isIpv6());
        opening.add(connection);
        stack.add(connection);
        stack.attempt(() -> connection.answer(segment, this));
    }

    void completed(TcpConnection connection) {
        opening.remove(connection);
        completed.add(connection);
        socket.wake();
    }

    void abandoned(TcpConnection connection) {
        opening.remove(connection);
    }

    /** The oldest one that waits; one that was reset meanwhile too, as its program is to hear of it. */
    Optional<TcpConnection> accept() {
        return Optional.ofNullable(completed.poll());
    }

    /** Whoever waits is turned away (inet_csk_listen_stop). */
    void close() {
        List.copyOf(opening).forEach(TcpConnection::abort);
        completed.forEach(TcpConnection::abort);
        completed.clear();
    }
}
