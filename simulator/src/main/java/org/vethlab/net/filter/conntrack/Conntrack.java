package org.vethlab.net.filter.conntrack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.Namespace;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** The connections of a namespace, and which packets belong to them (net/netfilter/nf_conntrack_core.c). */
public final class Conntrack {
    private static final long SECOND = 1_000_000_000L;
    private static final Tracked INVALID = new Tracked(Optional.empty(), PacketState.INVALID, false);

    /** A UDP stream is one that has gone on for longer than this. */
    private static final long STREAM_AGE = 2 * SECOND;

    /** After so many new connections the forgotten ones are swept out (gc_worker). */
    private static final int SWEEP = 1024;

    private final Namespace namespace;
    private final Timeouts timeouts;
    private final Map<Tuple, End> table = new LinkedHashMap<>();
    private int confirmed;

    public Conntrack(Namespace namespace) {
        this.namespace = namespace;
        this.timeouts = new Timeouts(namespace.sysctls());
    }

    /** One direction of a connection. */
    record End(Connection connection, boolean reply) {}

    /** The connections that are remembered, the oldest first. */
    public List<Connection> connections() {
        removeExpired();
        Set<Connection> all = new LinkedHashSet<>();
        table.values().forEach(end -> all.add(end.connection()));
        return new ArrayList<>(all);
    }

    /** Forgets all connections ({@code conntrack -F}). */
    public void flush() {
        table.values().forEach(end -> end.connection().die());
        table.clear();
    }

    /** Forgets a connection ({@code conntrack -D}). */
    public void remove(Connection connection) {
        connection.die();
        table.remove(connection.original());
        table.remove(connection.reply());
    }

    /** A packet that came in or was made here (nf_conntrack_in): finds its connection, or begins one. */
    public Verdict track(PacketContext packet) {
        if (packet.metadata().tracked().isEmpty()) {
            Tracked tracked = relatedToQuoted(packet.packet()).orElseGet(() -> find(packet.packet()));
            packet.metadata().setTracked(Optional.of(tracked));
        }
        return Verdict.ACCEPT;
    }

    /**
     * A packet that got through: its connection is remembered from now on (nf_conntrack_confirm). What the kernel says
     * about a first packet that is still on its way (a redirect, a reject) goes the other way, and confirms nothing.
     */
    public Verdict confirm(PacketContext packet) {
        Optional<Connection> connection =
                packet.metadata().tracked().filter(tracked -> !tracked.reply()).flatMap(Tracked::connection);
        if (connection.isEmpty() || connection.get().isConfirmed()) {
            return Verdict.ACCEPT;
        }
        return confirm(connection.get()) ? Verdict.ACCEPT : Verdict.DROP;
    }

    /** False if somebody else took the tuple meanwhile. */
    private boolean confirm(Connection connection) {
        if (end(connection.original()).isPresent() || end(connection.reply()).isPresent()) {
            return false;
        }
        connection.confirm();
        confirmed++;
        if (confirmed % SWEEP == 0) {
            removeExpired();
        }
        table.put(connection.original(), new End(connection, false));
        table.put(connection.reply(), new End(connection, true));
        return true;
    }

    /** Whether the answers to a tuple would be taken for another connection's (nf_conntrack_tuple_taken). */
    boolean isTaken(Tuple reply, Connection ignored) {
        return end(reply).filter(end -> end.connection() != ignored).isPresent();
    }

    private Optional<End> end(Tuple tuple) {
        End end = table.get(tuple);
        if (end == null) {
            return Optional.empty();
        }
        if (end.connection().expires() <= namespace.world().clock().now()) {
            remove(end.connection());
            return Optional.empty();
        }
        return Optional.of(end);
    }

    private Tracked find(Payload packet) {
        Optional<Tuple> tuple = Tuple.of(packet);
        if (tuple.isEmpty() || isUntracked(packet)) {
            return tuple.isEmpty() ? INVALID : new Tracked(Optional.empty(), PacketState.UNTRACKED, false);
        }
        Optional<End> known = end(tuple.get());
        IpPayload payload = payload(packet);
        if (known.isPresent() && restarts(known.get(), payload)) {
            remove(known.get().connection());
            known = Optional.empty();
        }
        return known.isPresent() ? continued(known.get(), payload) : begun(tuple.get(), payload);
    }

    /** A SYN begins a closed connection anew (nf_conntrack_tcp_packet's TCP_CONNTRACK_SYN_SENT case). */
    private static boolean restarts(End end, IpPayload payload) {
        TcpState state = end.connection().tcpState();
        return payload instanceof TcpSegment segment
                && segment.has(TcpSegment.SYN)
                && !segment.has(TcpSegment.ACK)
                && (state == TcpState.TIME_WAIT || state == TcpState.CLOSE);
    }

    /** Neighbour discovery and the like are never tracked (nf_conntrack_icmpv6_error). */
    private static boolean isUntracked(Payload packet) {
        return payload(packet) instanceof Icmpv6Message icmp && icmp.type() >= 130 && icmp.type() <= 137
                || payload(packet) instanceof Icmpv6Message report && report.type() == Icmpv6Message.MLD2_REPORT;
    }

    private Tracked begun(Tuple tuple, IpPayload payload) {
        Optional<Tuple> reply = tuple.isQuestion() ? tuple.inverse() : Optional.empty();
        if (reply.isEmpty()) {
            return INVALID;
        }
        Connection connection = new Connection(tuple, reply.get(), now());
        if (payload instanceof TcpSegment segment) {
            Optional<TcpState> state = TcpTracking.begin(segment);
            if (state.isEmpty()) {
                return INVALID;
            }
            connection.tcpState(state.get());
        }
        refresh(connection, payload);
        return new Tracked(Optional.of(connection), PacketState.NEW, false);
    }

    private Tracked continued(End end, IpPayload payload) {
        Connection connection = end.connection();
        if (payload instanceof TcpSegment segment && !follow(connection, segment, end.reply())) {
            return INVALID;
        }
        PacketState state = end.reply() || connection.hasSeenReply() ? PacketState.ESTABLISHED : PacketState.NEW;
        if (end.reply()) {
            connection.sawReply();
        }
        if (!connection.isDying()) {
            refresh(connection, payload);
        }
        return new Tracked(Optional.of(connection), state, end.reply());
    }

    private boolean follow(Connection connection, TcpSegment segment, boolean reply) {
        Optional<TcpState> next = TcpTracking.next(connection.tcpState(), segment, reply);
        if (next.isEmpty()) {
            return false;
        }
        TcpState before = connection.tcpState();
        if (next.get() == TcpState.CLOSE && !connection.hasSeenReply() && !reply) {
            remove(connection);
        }
        boolean established =
                next.get() == TcpState.ESTABLISHED && (before == TcpState.SYN_RECV || before == TcpState.ESTABLISHED);
        if (established && connection.hasSeenReply()) {
            connection.assure();
        }
        connection.tcpState(next.get());
        // A refused connection is forgotten at once: only one side ever spoke.
        if (segment.has(TcpSegment.RST) && reply && before == TcpState.SYN_SENT) {
            remove(connection);
        }
        return true;
    }

    private void refresh(Connection connection, IpPayload payload) {
        boolean stream =
                payload instanceof UdpDatagram && connection.hasSeenReply() && now() - connection.begun() > STREAM_AGE;
        if (stream) {
            connection.assure();
        }
        connection.expires(now() + timeouts.seconds(connection, stream) * SECOND);
    }

    /** An ICMP error belongs to the connection of the packet that it quotes (nf_conntrack_inet_error). */
    private Optional<Tracked> relatedToQuoted(Payload packet) {
        if (!Quoted.isError(payload(packet))) {
            return Optional.empty();
        }
        Optional<End> about = Quoted.in(payload(packet))
                .flatMap(Tuple::of)
                .flatMap(Tuple::inverse)
                .flatMap(this::end);
        return Optional.of(
                about.map(end -> new Tracked(Optional.of(end.connection()), PacketState.RELATED, end.reply()))
                        .orElse(INVALID));
    }

    private void removeExpired() {
        long now = now();
        for (Connection connection :
                table.values().stream().map(End::connection).distinct().toList()) {
            if (connection.expires() <= now) {
                remove(connection);
            }
        }
    }

    private long now() {
        return namespace.world().clock().now();
    }

    static IpPayload payload(Payload packet) {
        if (packet instanceof Ipv4Packet ipv4) {
            return ipv4.payload();
        }
        if (packet instanceof Ipv6Packet ipv6) {
            return ipv6.payload();
        }
        throw new IllegalArgumentException("no IP packet");
    }
}
