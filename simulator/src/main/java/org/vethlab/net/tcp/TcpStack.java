package org.vethlab.net.tcp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.socket.Arrival;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.ErrorReport;
import org.vethlab.net.socket.InternetLayer;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.time.VirtualClock;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.TcpSegment;

/** TCP of a namespace: its sockets and connections, and who gets a segment (net/ipv4/tcp_ipv4.c). */
public final class TcpStack {
    private final Namespace namespace;
    private final TcpParameters parameters;
    private final TcpPorts ports = new TcpPorts(this);
    private final Map<Pair, TcpConnection> connections = new LinkedHashMap<>();
    private final List<TcpSocket> sockets = new ArrayList<>();

    /** The two ends of a connection. */
    private record Pair(Endpoint local, Endpoint remote) {}

    public TcpStack(Namespace namespace) {
        this.namespace = namespace;
        this.parameters = new TcpParameters(namespace.sysctls());
    }

    /** socket(2). */
    public TcpSocket open(boolean ipv6) {
        return new TcpSocket(this, ipv6, new TcpSettings());
    }

    /** A segment has arrived. */
    public void receive(TransportPacket arrival) {
        if (!(arrival.payload() instanceof TcpSegment segment)) {
            return;
        }
        count(Counter.TcpInSegs);
        if (arrival.toGroup()) {
            return;
        }
        Endpoint local = new Endpoint(arrival.destination(), segment.destinationPort());
        Endpoint remote = new Endpoint(arrival.source(), segment.sourcePort());
        TcpConnection connection = connections.get(new Pair(local, remote));
        if (connection != null) {
            attempt(() -> connection.input().receive(arrival, segment));
            return;
        }
        listener(local, arrival).ifPresentOrElse(open -> open.receive(arrival, segment), () -> reset(arrival, segment));
    }

    /** The listener that fits best: one for this address before one for all, one for this device before others. */
    private Optional<TcpListener> listener(Endpoint local, TransportPacket arrival) {
        TcpSocket best = null;
        int most = -1;
        for (TcpSocket socket : sockets) {
            boolean device = socket.settings().device().isPresent();
            boolean fits = socket.listensTo(local)
                    && Arrival.isFor(socket.settings().device(), arrival.device(), parameters.acceptsDomains());
            int score = fits ? score(socket, device) : -1;
            if (score > most) {
                best = socket;
                most = score;
            }
        }
        return best == null ? Optional.empty() : best.listener();
    }

    private static int score(TcpSocket socket, boolean device) {
        return (socket.local().address().isUnspecified() ? 0 : 4) + (device ? 2 : 0) + (socket.isIpv6() ? 0 : 1);
    }

    /** Nobody wants it (tcp_v4_send_reset). */
    void reset(TransportPacket arrival, TcpSegment segment) {
        if (segment.has(TcpSegment.RST)) {
            return;
        }
        traceReset(segment);
        boolean acknowledges = segment.has(TcpSegment.ACK);
        long length = (long) segment.data().length
                + (segment.has(TcpSegment.SYN) ? 1 : 0)
                + (segment.has(TcpSegment.FIN) ? 1 : 0);
        TcpSegment reset = new TcpSegment(
                /* sourcePort= */ segment.destinationPort(),
                /* destinationPort= */ segment.sourcePort(),
                acknowledges ? segment.acknowledgment() : 0,
                acknowledges ? 0 : Sequence.wire(segment.sequence() + length),
                acknowledges ? TcpSegment.RST : TcpSegment.RST | TcpSegment.ACK,
                0,
                new byte[0],
                new byte[0]);
        count(Counter.TcpOutSegs);
        count(Counter.TcpOutRsts);
        layerOf(new Endpoint(arrival.source(), 0)).send(arrival.answer(reset));
    }

    private void traceReset(TcpSegment segment) {
        if (namespace.trace().isOn()) {
            String why = "nothing listens on port " + segment.destinationPort() + ": a TCP reset answers";
            namespace.trace().step(new Decision.Dropped(Fate.NO_SOCKET, "", why, "ss: no such socket"));
        }
    }

    /** An ICMP error has come. @return whether it is about a connection of this host */
    public boolean report(ErrorReport report) {
        ByteReader in = new ByteReader(report.transport());
        Endpoint local = new Endpoint(report.source(), in.u16());
        Endpoint remote = new Endpoint(report.destination(), in.u16());
        TcpConnection connection = connections.get(new Pair(local, remote));
        if (connection == null) {
            return false;
        }
        long sequence = Sequence.near(connection.out().next(), in.u32() & 0xffff_ffffL);
        boolean mine = sequence >= connection.out().unacknowledged()
                && sequence <= connection.out().highest();
        if (mine && !report.redirect()) {
            connection.report(report);
        }
        return mine;
    }

    /** What is answered to a segment may have no way; the other end then waits in vain, as on a real host. */
    void attempt(Runnable action) {
        try {
            action.run();
        } catch (NetException noWay) {
            return;
        }
    }

    // tables

    void add(TcpConnection connection) {
        connections.put(new Pair(connection.local(), connection.remote()), connection);
    }

    void remove(TcpConnection connection) {
        connections.remove(new Pair(connection.local(), connection.remote()), connection);
    }

    boolean isConnected(Endpoint local, Endpoint remote) {
        return connections.containsKey(new Pair(local, remote));
    }

    Collection<TcpConnection> connections() {
        return connections.values();
    }

    List<TcpSocket> sockets() {
        return sockets;
    }

    void bound(TcpSocket socket) {
        if (!sockets.contains(socket)) {
            sockets.add(socket);
        }
    }

    void unbound(TcpSocket socket) {
        sockets.remove(socket);
    }

    /** What ss and netstat show: listeners, then connections, the youngest first. */
    public List<TcpRow> rows() {
        return TcpRow.of(this);
    }

    // what connections need

    TcpPorts ports() {
        return ports;
    }

    TcpParameters parameters() {
        return parameters;
    }

    InternetLayer layerOf(Endpoint end) {
        return namespace.sockets().layer(end.address() instanceof Ipv6Address);
    }

    VirtualClock clock() {
        return namespace.world().clock();
    }

    SplittableRandom random() {
        return namespace.world().random();
    }

    long nextInode() {
        return namespace.world().nextSocketInode();
    }

    void count(Counter counter) {
        namespace.ipv4().counters().count(counter);
    }
}
