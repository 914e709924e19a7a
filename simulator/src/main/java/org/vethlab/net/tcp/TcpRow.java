package org.vethlab.net.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Endpoint;

/**
 * A TCP socket as inet_diag(7) tells of it.
 *
 * @param ipv6 whether the socket is an IPv6 one, though its ends may be IPv4 addresses
 * @param receiveQueue bytes to be read; of a listener the connections to be accepted
 * @param sendQueue bytes without acknowledgment; of a listener the backlog
 * @param inode 0 once no program has it any more
 * @param timerLeft nanoseconds
 * @param info empty for listeners and what is in TIME-WAIT
 */
public record TcpRow(
        TcpState state,
        boolean ipv6,
        boolean onlyIpv6,
        Endpoint local,
        Endpoint remote,
        Optional<Device> device,
        long receiveQueue,
        long sendQueue,
        long inode,
        TimerKind timer,
        long timerLeft,
        int retransmissions,
        Optional<TcpInfo> info) {
    /** What the connection waits for. */
    public enum TimerKind {
        NONE,
        RETRANSMISSION,
        TIME_WAIT,
        PROBE
    }

    static List<TcpRow> of(TcpStack stack) {
        List<TcpRow> rows = new ArrayList<>();
        for (TcpSocket socket : stack.sockets()) {
            socket.listener().ifPresent(listener -> rows.add(listening(socket, listener)));
        }
        stack.connections().forEach(connection -> rows.add(of(connection)));
        return rows;
    }

    private static TcpRow listening(TcpSocket socket, TcpListener listener) {
        return new TcpRow(
                TcpState.LISTEN,
                socket.isIpv6(),
                socket.settings().onlyIpv6(),
                socket.local(),
                new Endpoint(socket.isIpv6() ? Ipv6Address.ANY : Ipv4Address.ANY, 0),
                socket.settings().device(),
                listener.waiting(),
                listener.backlog(),
                socket.inode(),
                TimerKind.NONE,
                0,
                0,
                Optional.empty());
    }

    private static TcpRow of(TcpConnection connection) {
        Transmitter out = connection.out();
        TimerKind kind = timer(connection);
        TcpTimer timer = kind == TimerKind.TIME_WAIT
                ? connection.lastTimer()
                : kind == TimerKind.PROBE ? out.probe() : out.retransmission();
        boolean remembered = connection.state() == TcpState.TIME_WAIT;
        return new TcpRow(
                connection.state(),
                connection.isIpv6(),
                connection.settings().onlyIpv6(),
                connection.local(),
                connection.remote(),
                connection.settings().device(),
                remembered ? 0 : unread(connection),
                remembered ? 0 : out.highest() - out.unacknowledged() + unsent(out),
                connection.inode(),
                kind,
                kind == TimerKind.NONE ? 0 : timer.left(),
                kind == TimerKind.PROBE ? out.probes() : out.retries(),
                remembered ? Optional.empty() : Optional.of(TcpInfo.of(connection)));
    }

    /** Surprising: a FIN counts as a byte until the program has read the end (rcv_nxt - copied_seq). */
    private static long unread(TcpConnection connection) {
        int bytes = connection.in().queue().length();
        boolean ended = connection.state() == TcpState.CLOSE_WAIT || connection.state() == TcpState.LAST_ACK;
        return ended && !connection.wasEndRead() ? bytes + 1 : bytes;
    }

    private static long unsent(Transmitter out) {
        return Math.max(0, out.queue().end() - out.highest());
    }

    private static TimerKind timer(TcpConnection connection) {
        if (connection.lastTimer().isPending()) {
            return TimerKind.TIME_WAIT;
        }
        if (connection.out().probe().isPending()) {
            return TimerKind.PROBE;
        }
        return connection.out().retransmission().isPending() ? TimerKind.RETRANSMISSION : TimerKind.NONE;
    }
}
