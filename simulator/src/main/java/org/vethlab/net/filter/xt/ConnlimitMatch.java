package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.TcpState;
import org.vethlab.net.filter.conntrack.Tracked;

/** How many connections a client has at once. */
public record ConnlimitMatch(int limit, boolean inverted, int mask, boolean byDestination) implements XtMatch {
    @Override
    public String extension() {
        return "connlimit";
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public boolean matches(PacketContext packet) {
        IpAddress client = byDestination ? Addresses.destination(packet) : Addresses.source(packet);
        Optional<Connection> own = packet.metadata().tracked().flatMap(Tracked::connection);
        long count = packet.namespace().netfilter().conntrack().connections().stream()
                .filter(connection -> connection.original().protocol() == packet.protocol())
                .filter(connection ->
                        connection.tcpState() != TcpState.TIME_WAIT && connection.tcpState() != TcpState.CLOSE)
                .filter(connection -> own.filter(mine -> mine == connection).isEmpty())
                .filter(connection -> isOf(client, connection))
                .count();
        return (count + 1 > limit) != inverted;
    }

    private boolean isOf(IpAddress client, Connection connection) {
        IpAddress other = byDestination
                ? connection.original().destination()
                : connection.original().source();
        if (client instanceof Ipv4Address left && other instanceof Ipv4Address right) {
            int ones = Ipv4Prefix.mask(Math.min(mask, 32));
            return (left.bits() & ones) == (right.bits() & ones);
        }
        return client.equals(other);
    }
}
