package org.vethlab.net.tcp;

import java.util.function.IntPredicate;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;

/** Which ports are taken, and which are free (net/ipv4/inet_connection_sock.c, inet_hashtables.c). */
final class TcpPorts {
    private final TcpStack stack;

    TcpPorts(TcpStack stack) {
        this.stack = stack;
    }

    /** Whether a socket may not be bound to {@code own}, or not listen there (inet_csk_bind_conflict). */
    boolean conflicts(TcpSocket socket, Endpoint own) {
        for (TcpSocket other : stack.sockets()) {
            if (other != socket && meet(socket, own, other) && !mayShare(socket, other)) {
                return true;
            }
        }
        return stack.connections().stream()
                .filter(connection -> connection.local().meets(own))
                .filter(connection -> stack.sockets().stream().noneMatch(open -> open.holds(connection)))
                .anyMatch(old ->
                        !old.settings().reuseAddress() || !socket.settings().reuseAddress());
    }

    private static boolean meet(TcpSocket socket, Endpoint own, TcpSocket other) {
        Endpoint theirs = other.local();
        boolean devices = socket.settings().device().isEmpty()
                || other.settings().device().isEmpty()
                || socket.settings().device().equals(other.settings().device());
        return theirs.port() == own.port() && devices && overlap(socket, own, other, theirs);
    }

    private static boolean overlap(TcpSocket socket, Endpoint own, TcpSocket other, Endpoint theirs) {
        boolean ownIsIpv6 = own.address() instanceof Ipv6Address;
        boolean theirsIsIpv6 = theirs.address() instanceof Ipv6Address;
        if (ownIsIpv6 == theirsIsIpv6) {
            return own.meets(theirs);
        }
        TcpSocket wide = ownIsIpv6 ? socket : other;
        Endpoint end = ownIsIpv6 ? own : theirs;
        return end.address().isUnspecified() && !wide.settings().onlyIpv6();
    }

    private static boolean mayShare(TcpSocket one, TcpSocket other) {
        boolean bothReuse = one.settings().reuseAddress() && other.settings().reuseAddress();
        boolean bothShare = one.settings().reusePort() && other.settings().reusePort();
        return bothShare || bothReuse && !one.isListening() && !other.isListening();
    }

    /** For bind(2) to port 0: odd ports first, lest they be missing for connect(2) (inet_csk_find_open_port). */
    int freeForListening(Endpoint own) {
        return search(
                1,
                port -> stack.sockets().stream()
                        .noneMatch(other -> other.local().meets(own.withPort(port))));
    }

    /** For connect(2): even ports first (__inet_hash_connect). */
    int freeForConnecting(Endpoint own, Endpoint far) {
        return search(
                0,
                port -> !stack.isConnected(own.withPort(port), far)
                        && stack.sockets().stream()
                                .noneMatch(other ->
                                        other.isListening() && other.local().port() == port));
    }

    private int search(int parity, IntPredicate isFree) {
        int low = stack.parameters().firstPort();
        int count = Math.max(1, stack.parameters().lastPort() - low + 1);
        int start = stack.random().nextInt(count) & ~1;
        for (int i = 0; i < 2 * count; i++) {
            int offset = i < count ? parity : 1 - parity;
            int port = low + (start + 2 * (i % count) + offset) % count;
            if (isFree.test(port)) {
                return port;
            }
        }
        throw new NetException(parity == 1 ? Errno.EADDRINUSE : Errno.EADDRNOTAVAIL);
    }
}
