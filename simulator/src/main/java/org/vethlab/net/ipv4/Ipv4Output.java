package org.vethlab.net.ipv4;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.filter.conntrack.PacketState;
import org.vethlab.net.filter.conntrack.Tracked;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.trace.Fate;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RecordRoute;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** What leaves a host, made here or forwarded (net/ipv4/ip_output.c). */
final class Ipv4Output {
    private static final int LARGEST_PACKET = 65535;

    private final Ipv4 stack;
    private final Identifications identifications;

    Ipv4Output(Ipv4 stack) {
        this.stack = stack;
        this.identifications = new Identifications(stack.namespace().world().random());
    }

    /** A socket sends (raw_sendmsg, udp_sendmsg). @return the error of sendmsg(2), or empty */
    Optional<Errno> send(SendRequest request) {
        if (Ipv4Packet.HEADER_LENGTH
                        + request.options().length()
                        + request.payload().length()
                > LARGEST_PACKET) {
            return Optional.of(Errno.EMSGSIZE);
        }
        RouteResult route = route(request);
        if (route.error().isPresent()) {
            stack.counters().count(Counter.IpOutNoRoutes);
            stack.trace().noRoute(request.destination(), route);
            return route.error();
        }
        if (route.type() == RouteType.BROADCAST && !request.broadcast()) {
            return Optional.of(Errno.EACCES);
        }
        Ipv4Packet packet = packet(request, route);
        if (isTooLong(request, packet, route)) {
            stack.trace().tooLongToSend(packet, route);
            return Optional.of(Errno.EMSGSIZE);
        }
        stack.counters().count(Counter.IpOutRequests);
        if (packet.payload() instanceof IcmpMessage message) {
            countSent(message);
        }
        boolean mayFragment = !request.pathMtuDiscovery().refusesFragments();
        return localOut(RoutedPacket.local(stack, packet, route, Metadata.local(request.mark()), mayFragment));
    }

    /** What a raw socket sends counts, too (icmp_out_count). */
    private void countSent(IcmpMessage message) {
        stack.counters().count(Counter.IcmpOutMsgs);
        if (message.type() == IcmpMessage.ECHO_REQUEST) {
            stack.counters().count(Counter.IcmpOutEchos);
        }
    }

    /** The route that a request would take. */
    RouteResult route(SendRequest request) {
        Ipv4Address destination = request.destination().isUnspecified()
                ? request.source().orElse(Ipv4Address.LOOPBACK)
                : request.destination();
        FlowKey key = new FlowKey(
                destination, request.source(), Optional.empty(), request.device(), request.tos(), request.mark());
        return stack.routing().lookup(withPorts(key, request.payload()));
    }

    private static FlowKey withPorts(FlowKey key, IpPayload payload) {
        if (payload instanceof TcpSegment segment) {
            return key.withTransport(TcpSegment.PROTOCOL, segment.sourcePort(), segment.destinationPort());
        }
        if (payload instanceof UdpDatagram datagram) {
            return key.withTransport(UdpDatagram.PROTOCOL, datagram.sourcePort(), datagram.destinationPort());
        }
        return key.withTransport(payload.protocol(), 0, 0);
    }

    private Ipv4Packet packet(SendRequest request, RouteResult route) {
        Ipv4Address source = request.source().or(route::source).orElse(Ipv4Address.ANY);
        Ipv4Packet packet = new Ipv4Packet(
                source,
                request.destination(),
                request.ttl() > 0 ? request.ttl() : defaultTtl(route),
                request.tos(),
                0,
                false,
                false,
                0,
                request.options(),
                request.payload());
        boolean dontFragment = request.pathMtuDiscovery() == PathMtuDiscovery.WANT
                ? packet.length() <= pathMtu(route, false) && !route.isMtuLocked()
                : request.pathMtuDiscovery().refusesFragments();
        boolean identified = !request.pathMtuDiscovery().refusesFragments();
        return RecordRoute.record(packet, source)
                .withFragmentation(identified ? identifications.next(packet) : 0, dontFragment, false, 0);
    }

    private boolean isTooLong(SendRequest request, Ipv4Packet packet, RouteResult route) {
        if (!request.pathMtuDiscovery().refusesFragments()) {
            return false;
        }
        boolean believesPath = request.pathMtuDiscovery() == PathMtuDiscovery.DO;
        return packet.length() > (believesPath ? pathMtu(route, false) : deviceMtu(route));
    }

    /** The largest packet that a request may carry without being cut: what EMSGSIZE tells. */
    int pathMtu(SendRequest request) {
        RouteResult route = route(request);
        return request.pathMtuDiscovery() == PathMtuDiscovery.PROBE ? deviceMtu(route) : pathMtu(route, false);
    }

    private int defaultTtl(RouteResult route) {
        if (route.type() == RouteType.MULTICAST) {
            return 1;
        }
        OptionalLong limit = metric(route, RouteMetric.HOPLIMIT);
        return limit.isPresent()
                ? (int) limit.getAsLong()
                : stack.settings().defaultTtl.value();
    }

    private static OptionalLong metric(RouteResult route, RouteMetric metric) {
        return route.route().map(table -> table.metrics().get(metric)).orElse(OptionalLong.empty());
    }

    /** An ICMP error: it belongs to the connection of the packet that it is about. */
    void sendError(
            RouteResult route,
            Ipv4Address source,
            Ipv4Address destination,
            int tos,
            IpPayload payload,
            Metadata metadata) {
        send(route, source, destination, tos, HeaderOptions.NONE, payload, metadata);
    }

    /** An answer that carries the question's options on. */
    void answer(
            RouteResult route,
            Ipv4Address source,
            Ipv4Address destination,
            int tos,
            HeaderOptions options,
            IpPayload payload) {
        send(route, source, destination, tos, options, payload, Metadata.local(0));
    }

    private void send(
            RouteResult route,
            Ipv4Address source,
            Ipv4Address destination,
            int tos,
            HeaderOptions options,
            IpPayload payload,
            Metadata metadata) {
        int cause = stack.namespace().trace().make();
        Ipv4Packet packet =
                new Ipv4Packet(source, destination, defaultTtl(route), tos, 0, false, false, 0, options, payload);
        Ipv4Packet complete =
                RecordRoute.record(packet, source).withFragmentation(identifications.next(packet), false, false, 0);
        stack.counters().count(Counter.IpOutRequests);
        localOut(RoutedPacket.local(stack, complete, route, metadata, true));
        stack.namespace().trace().made(cause);
    }

    /** The kernel sends a packet that is complete. */
    Optional<Errno> sendAsIs(Ipv4Packet packet, Metadata metadata) {
        RouteResult route = stack.routing().lookup(FlowKey.to(packet.destination()));
        if (route.error().isPresent()) {
            return route.error();
        }
        int cause = stack.namespace().trace().make();
        Optional<Errno> error = localOut(RoutedPacket.local(stack, packet, route, metadata, true));
        stack.namespace().trace().made(cause);
        return error;
    }

    /** As a packet of this host's own, with one hop less to go and the route of another destination. */
    void sendCopy(Ipv4Packet packet, Ipv4Address gateway) {
        RouteResult route = stack.routing().lookup(FlowKey.to(gateway));
        if (route.error().isEmpty()) {
            Metadata metadata = Metadata.local(0);
            metadata.setTracked(Optional.of(new Tracked(Optional.empty(), PacketState.UNTRACKED, false)));
            localOut(new RoutedPacket(
                    stack,
                    packet.withTtl(packet.ttl() - 1),
                    route.via(gateway),
                    Optional.empty(),
                    true,
                    metadata,
                    true));
        }
    }

    /** A whole packet of another stack sets out by the routes of this one. */
    Optional<Errno> sendForeign(Ipv4Packet packet, Optional<Device> device) {
        RouteResult route =
                stack.routing().lookup(FlowKey.to(packet.destination()).to(packet.destination(), device));
        if (route.error().isPresent()) {
            return route.error();
        }
        stack.counters().count(Counter.IpOutRequests);
        return localOut(RoutedPacket.local(stack, packet, route, Metadata.local(0), true));
    }

    /** A packet that was made here sets out (ip_local_out). */
    private Optional<Errno> localOut(RoutedPacket routed) {
        Optional<Vrf> domain = routed.route().device().flatMap(Vrf::ofPort);
        if (domain.isPresent() && !routed.isToGroup()) {
            return outOfDomain(domain.get(), routed);
        }
        return filteredOut(routed);
    }

    /** The VRF of the device that it leaves by comes first: its device sees the packet too (vrf_ip_out_direct). */
    private Optional<Errno> outOfDomain(Vrf domain, RoutedPacket routed) {
        Optional<Device> device = Optional.of(domain);
        Optional<Ipv4Packet> passed = stack.filter()
                .pass(Hook.OUTPUT, routed.packet(), routed.metadata(), Optional.empty(), device)
                .flatMap(packet ->
                        stack.filter().pass(Hook.POSTROUTING, packet, routed.metadata(), Optional.empty(), device));
        if (passed.isEmpty()) {
            return Optional.of(Errno.EPERM);
        }
        domain.passToPort(passed.get());
        return filteredOut(routed.with(passed.get()));
    }

    private Optional<Errno> filteredOut(RoutedPacket routed) {
        Optional<Ipv4Packet> passed = stack.filter()
                .pass(
                        Hook.OUTPUT,
                        routed.packet(),
                        routed.metadata(),
                        Optional.empty(),
                        routed.route().device());
        if (passed.isEmpty()) {
            return Optional.of(Errno.EPERM);
        }
        RoutedPacket last = routed.with(passed.get());
        return routed.metadata().needsReroute() ? outputAnew(last) : output(last);
    }

    /** Rules changed what the route depends on: it is looked up again (ip_route_me_harder). */
    private Optional<Errno> outputAnew(RoutedPacket changed) {
        Ipv4Packet packet = changed.packet();
        Metadata metadata = changed.metadata();
        metadata.setReroute(false);
        boolean own = stack.routing().addressType(packet.source()) == RouteType.LOCAL;
        Optional<Ipv4Address> source = own ? Optional.of(packet.source()) : Optional.empty();
        FlowKey key = new FlowKey(
                packet.destination(), source, Optional.empty(), Optional.empty(), packet.tos() & 0x1e, metadata.mark());
        RouteResult route = stack.routing().lookup(key);
        return route.error().isPresent() ? Optional.of(Errno.EPERM) : output(changed.with(route));
    }

    /** Towards its device, whole or in pieces (ip_output, ip_mc_output, ip_finish_output). */
    Optional<Errno> output(RoutedPacket routed) {
        Optional<Device> device = routed.route().device();
        stack.trace().routed(routed);
        stack.counters().leaving(routed.packet());
        if (routed.isToGroup() && !routed.isForwarded()) {
            loopBack(routed);
        }
        Optional<Ipv4Packet> passed =
                stack.filter().pass(Hook.POSTROUTING, routed.packet(), routed.metadata(), routed.input(), device);
        if (passed.isEmpty()) {
            return Optional.of(Errno.EPERM);
        }
        RoutedPacket last = routed.with(passed.get());
        int mtu = pathMtu(last.route(), last.isForwarded());
        return last.packet().length() > mtu ? outputInPieces(last, mtu) : handToNeighbour(last);
    }

    /** A copy of what goes to a group that this host belongs to comes in again at once (dev_loopback_xmit). */
    private void loopBack(RoutedPacket sent) {
        if (sent.route().local()) {
            sent.route().device().ifPresent(device -> {
                RoutedPacket copy =
                        RoutedPacket.received(stack, sent.packet(), sent.route(), device, false, sent.metadata());
                stack.namespace().world().clock().soon(() -> stack.delivery().deliver(copy, device));
            });
        }
    }

    private Optional<Errno> outputInPieces(RoutedPacket routed, int mtu) {
        if (routed.packet().dontFragment() && !routed.mayFragment()) {
            stack.counters().count(Counter.IpFragFails);
            stack.trace().tooBig(routed, mtu);
            stack.icmpErrors().send(routed, IcmpMessage.DESTINATION_UNREACHABLE, IcmpErrors.FRAGMENTATION_NEEDED, mtu);
            return Optional.of(Errno.EMSGSIZE);
        }
        List<Ipv4Packet> pieces = Fragments.cut(routed.packet(), mtu);
        stack.trace().cut(routed, pieces.size(), mtu);
        for (Ipv4Packet piece : pieces) {
            stack.counters().count(Counter.IpFragCreates);
            Optional<Errno> error = handToNeighbour(routed.with(piece));
            if (error.isPresent()) {
                return error;
            }
        }
        stack.counters().count(Counter.IpFragOKs);
        return Optional.empty();
    }

    /** The last step: to the neighbour that the route names (ip_finish_output2). */
    private Optional<Errno> handToNeighbour(RoutedPacket routed) {
        Device device = routed.route().device().orElseThrow();
        stack.counters().left(routed.route().type(), routed.packet());
        try {
            Neighbour neighbour =
                    stack.namespace().neighbours().table(Neighbours.IPV4).get(device, routed.nextHop());
            stack.trace().neighbour(routed, neighbour);
            return neighbour.send(routed) ? Optional.empty() : Optional.of(Errno.ENOBUFS);
        } catch (NetException tableFull) {
            stack.trace().drop(Fate.NEIGH_CREATEFAIL, routed.packet(), "gc_thresh3");
            return Optional.of(tableFull.errno());
        }
    }

    /**
     * How long a packet may be: the learnt path MTU, the route's, the device's. A forwarded packet does not go by what
     * was learnt, unless ip_forward_use_pmtu says so (ip_dst_mtu_maybe_forward).
     */
    int pathMtu(RouteResult route, boolean forwarded) {
        boolean believesPath = !forwarded
                || route.isMtuLocked()
                || stack.settings().forwardUsesPathMtu.value() != 0;
        if (believesPath) {
            return route.mtu();
        }
        return (int) metric(route, RouteMetric.MTU).orElse(deviceMtu(route));
    }

    private static int deviceMtu(RouteResult route) {
        return Math.min(route.device().map(Device::mtu).orElse(LARGEST_PACKET), LARGEST_PACKET);
    }
}
