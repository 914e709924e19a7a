package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.OutgoingPacket;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/**
 * An IPv6 packet and the routing decision about it (struct sk_buff with its dst_entry).
 *
 * @param input where it came in; empty for one that was made here
 * @param device where it leaves, or where it is delivered
 * @param toThisHost it came in a frame to this host's own MAC address (PACKET_HOST), or was made here
 * @param pieces the longest fragment in which it came, if connection tracking has put it together; else 0
 * @param metadata what rules and connection tracking know of it
 */
record RoutedIpv6(
        Ipv6 stack,
        Ipv6Packet packet,
        Ipv6RouteResult route,
        Optional<Device> input,
        Optional<Device> device,
        boolean toThisHost,
        int pieces,
        Metadata metadata)
        implements OutgoingPacket {
    static RoutedIpv6 local(Ipv6 stack, Ipv6Packet packet, Ipv6RouteResult route, Metadata metadata) {
        return new RoutedIpv6(stack, packet, route, Optional.empty(), route.device(), true, 0, metadata);
    }

    static RoutedIpv6 received(
            Ipv6 stack, Ipv6Packet packet, Ipv6RouteResult route, Device input, boolean toThisHost, Metadata metadata) {
        return new RoutedIpv6(stack, packet, route, Optional.of(input), route.device(), toThisHost, 0, metadata);
    }

    RoutedIpv6 with(Ipv6Packet changed) {
        return new RoutedIpv6(stack, changed, route, input, device, toThisHost, pieces, metadata);
    }

    RoutedIpv6 inPieces(int longest) {
        return new RoutedIpv6(stack, packet, route, input, device, toThisHost, longest, metadata);
    }

    RoutedIpv6 with(Ipv6RouteResult newRoute) {
        return new RoutedIpv6(stack, packet, newRoute, input, newRoute.device(), toThisHost, pieces, metadata);
    }

    /** The neighbour to hand it to (rt6_nexthop). */
    Ipv6Address nextHop() {
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

    /** Surprising: a local sender hears of it by an ICMPv6 message that the host sends to itself, through lo. */
    @Override
    public void unreachable() {
        stack.icmpErrors().addressUnreachable(this);
    }
}
