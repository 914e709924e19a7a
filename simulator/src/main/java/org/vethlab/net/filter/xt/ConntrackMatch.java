package org.vethlab.net.filter.xt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.PacketState;
import org.vethlab.net.filter.conntrack.Tracked;
import org.vethlab.net.filter.conntrack.Tuple;

/**
 * What connection tracking knows of the packet ({@code -m conntrack}; {@code -m state} is its older name).
 *
 * @param states empty for any
 * @param protocol of the connection, 0 for any
 * @param reply whether packets of the reply direction are meant, or others
 */
public record ConntrackMatch(
        String extension,
        Set<CtState> states,
        boolean statesInverted,
        int protocol,
        boolean protocolInverted,
        List<EndTest> ends,
        List<PortTest> ports,
        Optional<StatusTest> status,
        Optional<Range> expires,
        Optional<Boolean> reply)
        implements XtMatch {
    public ConntrackMatch {
        ends = List.copyOf(ends);
        ports = List.copyOf(ports);
    }

    /** XT_CONNTRACK_STATE_*, in the order in which they are listed. */
    public enum CtState {
        INVALID,
        NEW,
        RELATED,
        ESTABLISHED,
        UNTRACKED,
        SNAT,
        DNAT
    }

    /** IPS_*, in the order in which they are listed. */
    public enum CtStatus {
        EXPECTED,
        SEEN_REPLY,
        ASSURED,
        CONFIRMED
    }

    /** One of the statuses is set; with none, none of them. */
    public record StatusTest(Set<CtStatus> statuses, boolean inverted) {}

    /** One of the four addresses of a connection. */
    public record EndTest(boolean ofReply, boolean ofDestination, AddressTest address) {}

    /** One of the four ports of a connection. */
    public record PortTest(boolean ofReply, boolean ofDestination, Range ports) {}

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public boolean matches(PacketContext packet) {
        Optional<Tracked> tracked = packet.metadata().tracked();
        Optional<Connection> connection = tracked.flatMap(Tracked::connection);
        if (!states.isEmpty() && matchesState(tracked, connection) == statesInverted) {
            return false;
        }
        if (connection.isEmpty()) {
            return protocol == 0 && ends.isEmpty() && ports.isEmpty() && status.isEmpty() && reply.isEmpty();
        }
        Connection known = connection.get();
        return (reply.isEmpty() || tracked.get().reply() == reply.get())
                && (protocol == 0 || (known.original().protocol() == protocol) != protocolInverted)
                && ends.stream().allMatch(end -> end.address().matches(address(known, end)))
                && ports.stream().allMatch(port -> port.ports().contains(port(known, port)))
                && status.filter(test -> matchesStatus(known, test) == test.inverted())
                        .isEmpty()
                && expires.filter(range -> !range.contains(remaining(packet, known)))
                        .isEmpty();
    }

    private boolean matchesState(Optional<Tracked> tracked, Optional<Connection> connection) {
        PacketState state = tracked.map(Tracked::state).orElse(PacketState.INVALID);
        return states.contains(CtState.valueOf(state.name()))
                || connection.isPresent()
                        && (connection.get().isSourceTranslated() && states.contains(CtState.SNAT)
                                || connection.get().isDestinationTranslated() && states.contains(CtState.DNAT));
    }

    private static boolean matchesStatus(Connection connection, StatusTest test) {
        boolean any = connection.master().isPresent() && test.statuses().contains(CtStatus.EXPECTED)
                || connection.hasSeenReply() && test.statuses().contains(CtStatus.SEEN_REPLY)
                || connection.isAssured() && test.statuses().contains(CtStatus.ASSURED)
                || connection.isConfirmed() && test.statuses().contains(CtStatus.CONFIRMED);
        return test.statuses().isEmpty() ? !connection.isConfirmed() : any;
    }

    private static IpAddress address(Connection connection, EndTest end) {
        Tuple tuple = connection.tuple(end.ofReply());
        return end.ofDestination() ? tuple.destination() : tuple.source();
    }

    private static int port(Connection connection, PortTest port) {
        Tuple tuple = connection.tuple(port.ofReply());
        return port.ofDestination() ? tuple.destinationKey() : tuple.sourceKey();
    }

    private static int remaining(PacketContext packet, Connection connection) {
        return (int) ((connection.expires() - packet.namespace().world().clock().now()) / 1_000_000_000L);
    }
}
