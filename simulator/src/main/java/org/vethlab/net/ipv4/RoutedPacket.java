package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.OutgoingPacket;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;

/**
 * A packet and the routing decision about it (struct sk_buff with its dst_entry).
 *
 * @param input where it came in; empty for one that was made here
 * @param toThisHost it came in a frame to this host's own MAC address (PACKET_HOST), or was made here
 * @param metadata what rules and connection tracking know of it
 * @param mayFragment a packet made here may be cut in spite of its DF bit (ignore_df)
 */
record RoutedPacket(
        Ipv4 stack,
        Ipv4Packet packet,
        RouteResult route,
        Optional<Device> input,
        boolean toThisHost,
        Metadata metadata,
        boolean mayFragment)
        implements OutgoingPacket {
    static RoutedPacket local(
            Ipv4 stack, Ipv4Packet packet, RouteResult route, Metadata metadata, boolean mayFragment) {
        return new RoutedPacket(stack, packet, route, Optional.empty(), true, metadata, mayFragment);
    }

    static RoutedPacket received(
            Ipv4 stack, Ipv4Packet packet, RouteResult route, Device input, boolean toThisHost, Metadata metadata) {
        return new RoutedPacket(stack, packet, route, Optional.of(input), toThisHost, metadata, false);
    }

    RoutedPacket with(Ipv4Packet changed) {
        return new RoutedPacket(stack, changed, route, input, toThisHost, metadata, mayFragment);
    }

    RoutedPacket with(RouteResult newRoute) {
        return new RoutedPacket(stack, packet, newRoute, input, toThisHost, metadata, mayFragment);
    }

    boolean isForwarded() {
        return input.isPresent();
    }

    boolean isToGroup() {
        return route.type() == RouteType.BROADCAST || route.type() == RouteType.MULTICAST;
    }

    /** The neighbour to hand it to (rt_nexthop). */
    Ipv4Address nextHop() {
        return route.gateway().orElse(packet.destination());
    }

    @Override
    public Payload payload() {
        return packet;
    }

    @Override
    public int mark() {
        return metadata.mark();
    }

    /** Surprising: a local sender hears of it by an ICMP message that the host sends to itself, through lo. */
    @Override
    public void unreachable() {
        stack.icmpErrors().hostUnreachable(this);
    }
}
