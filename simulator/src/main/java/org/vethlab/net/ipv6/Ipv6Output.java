package org.vethlab.net.ipv6;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.trace.Fate;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv6Packet;

/** What leaves a host, made here or forwarded (net/ipv6/ip6_output.c). */
final class Ipv6Output {
    private static final int LARGEST_PAYLOAD = 0xffff;

    private final Ipv6 stack;

    Ipv6Output(Ipv6 stack) {
        this.stack = stack;
    }

    /** A socket sends (rawv6_sendmsg, udpv6_sendmsg). @return the error of sendmsg(2), or empty */
    Optional<Errno> send(Ipv6SendRequest request) {
        Ipv6RouteResult route = route(request);
        Optional<Ipv6Address> source = source(request, route);
        if (source.isEmpty()) {
            return Optional.of(Errno.EADDRNOTAVAIL);
        }
        if (route.isError()) {
            stack.counters().count(Ipv6Counter.Ip6OutNoRoutes);
            stack.trace().noRoute(towards(request), route);
            return route.error();
        }
        Ipv6Packet packet = new Ipv6Packet(
                source.get(),
                towards(request),
                request.hopLimit() > 0 ? request.hopLimit() : defaultHopLimit(route, towards(request)),
                request.trafficClass(),
                request.flowLabel() != 0 ? request.flowLabel() : flowLabel(source.get(), request),
                request.payload());
        int longest = request.pathMtuDiscovery().refusesFragments()
                ? pathMtu(request, route)
                : Ipv6Packet.HEADER_LENGTH + LARGEST_PAYLOAD;
        if (packet.length() > longest) {
            return Optional.of(Errno.EMSGSIZE);
        }
        stack.counters().count(Ipv6Counter.Ip6OutRequests);
        if (request.payload() instanceof Icmpv6Message message && message.type() == Icmpv6Message.ECHO_REQUEST) {
            stack.counters().count(Ipv6Counter.Icmp6OutMsgs);
            stack.counters().count(Ipv6Counter.Icmp6OutEchos);
        }
        return localOut(RoutedIpv6.local(stack, packet, route, Metadata.local(request.mark())));
    }

    /** Sending to :: means to this host (RFC 3493 is silent; rawv6_sendmsg). */
    private static Ipv6Address towards(Ipv6SendRequest request) {
        return request.destination().isUnspecified() ? Ipv6Address.LOOPBACK : request.destination();
    }

    /** The route that a request would take. */
    Ipv6RouteResult route(Ipv6SendRequest request) {
        return stack.routing()
                .lookup(new Ipv6FlowKey(
                        towards(request),
                        request.source(),
                        Optional.empty(),
                        request.device(),
                        request.device().isPresent(),
                        request.trafficClass(),
                        request.mark(),
                        request.payload().protocol(),
                        0,
                        0,
                        0));
    }

    /** Surprising: it is chosen even where there is no way, so that a host without addresses says EADDRNOTAVAIL. */
    Optional<Ipv6Address> source(Ipv6SendRequest request, Ipv6RouteResult route) {
        return request.source().or(() -> stack.sources().select(route, towards(request)));
    }

    /** The largest packet that a request may carry without being cut: what EMSGSIZE tells. */
    int pathMtu(Ipv6SendRequest request, Ipv6RouteResult route) {
        return request.pathMtuDiscovery() == PathMtuDiscovery.PROBE
                ? route.device().map(Device::mtu).orElse(LARGEST_PAYLOAD)
                : route.mtu();
    }

    /** Labels of flows let routers share the load (auto_flowlabels): the same flow has the same one. */
    private int flowLabel(Ipv6Address source, Ipv6SendRequest request) {
        if (stack.settings().autoFlowLabels.value() == 0) {
            return 0;
        }
        int mixed = (source.hashCode() * 31 + request.destination().hashCode()) * 31
                + request.payload().protocol();
        return mixed * 0x9e3779b1 >>> 12;
    }

    /** The route's own, else the device's (ip6_dst_hoplimit); 1 to a group. */
    int defaultHopLimit(Ipv6RouteResult route, Ipv6Address destination) {
        if (destination.isMulticast()) {
            return 1;
        }
        OptionalLong limit = route.route()
                .map(found -> found.metrics().get(RouteMetric.HOPLIMIT))
                .orElse(OptionalLong.empty());
        return limit.isPresent()
                ? (int) limit.getAsLong()
                : route.device()
                        .map(device -> stack.conf(device, Ipv6Conf.HOP_LIMIT))
                        .orElse(64);
    }

    /** The kernel itself answers: an echo reply, an error, a TCP reset. */
    void answer(
            Ipv6RouteResult route,
            Ipv6Address source,
            Ipv6Address destination,
            int trafficClass,
            Metadata metadata,
            IpPayload payload) {
        Ipv6SendRequest asked = Ipv6SendRequest.to(destination, payload);
        int hopLimit = defaultHopLimit(route, destination);
        Ipv6Packet packet =
                new Ipv6Packet(source, destination, hopLimit, trafficClass, flowLabel(source, asked), payload);
        stack.counters().count(Ipv6Counter.Ip6OutRequests);
        int cause = stack.namespace().trace().make();
        localOut(RoutedIpv6.local(stack, packet, route, metadata));
        stack.namespace().trace().made(cause);
    }

    /** Neighbour and listener discovery leave by one device without asking for a route (ndisc_send_skb). */
    void sendOn(Device device, Ipv6Packet packet) {
        stack.counters().count(Ipv6Counter.Ip6OutRequests);
        localOut(RoutedIpv6.local(stack, packet, Ipv6RouteResult.over(device), Metadata.local(0)));
    }

    /** The kernel sends a packet that is complete, to a link-local address by a given device. */
    void sendAsIs(Ipv6Packet packet, Metadata metadata, Optional<Device> device) {
        Optional<Device> link = packet.destination().isLinkLocal() ? device : Optional.empty();
        Ipv6RouteResult route = stack.routing().lookup(Ipv6FlowKey.to(packet.destination(), Optional.empty(), link));
        if (!route.isError()) {
            int cause = stack.namespace().trace().make();
            localOut(RoutedIpv6.local(stack, packet, route, metadata));
            stack.namespace().trace().made(cause);
        }
    }

    /** A packet that was made here sets out (ip6_local_out). */
    private Optional<Errno> localOut(RoutedIpv6 routed) {
        Optional<Ipv6Packet> passed =
                stack.filter().pass(Hook.OUTPUT, routed.packet(), routed.metadata(), Optional.empty(), routed.device());
        if (passed.isEmpty()) {
            return Optional.of(Errno.EPERM);
        }
        RoutedIpv6 last = routed.with(passed.get());
        return routed.metadata().needsReroute() ? outputAnew(last) : output(last);
    }

    /** Rules changed what the route depends on: it is looked up again (ip6_route_me_harder). */
    private Optional<Errno> outputAnew(RoutedIpv6 changed) {
        changed.metadata().setReroute(false);
        Ipv6Packet packet = changed.packet();
        Ipv6FlowKey key = Ipv6FlowKey.to(packet.destination(), Optional.of(packet.source()), Optional.empty());
        Ipv6RouteResult route =
                stack.routing().lookup(key.withMark(changed.metadata().mark()));
        return route.isError() ? Optional.of(Errno.EPERM) : output(changed.with(route));
    }

    /** Towards its device, whole or in pieces (ip6_output, ip6_finish_output). */
    Optional<Errno> output(RoutedIpv6 routed) {
        stack.trace().routed(routed);
        Device device = routed.device().orElseThrow();
        if (stack.find(device).map(Ipv6Device::isDisabled).orElse(true)) {
            stack.trace().drop(Fate.IPV6DISABLED, routed.packet(), "disable_ipv6 = 1");
            return Optional.empty();
        }
        loopBack(routed, device);
        Optional<Ipv6Packet> passed = stack.filter()
                .pass(Hook.POSTROUTING, routed.packet(), routed.metadata(), routed.input(), routed.device());
        if (passed.isEmpty()) {
            return Optional.of(Errno.EPERM);
        }
        RoutedIpv6 last = routed.with(passed.get());
        int mtu = routed.input().isPresent()
                ? routed.route().ownMtu()
                : routed.route().mtu();
        int longest = last.pieces() == 0 ? mtu : Math.min(mtu, last.pieces());
        return last.packet().length() > longest ? outputInPieces(last, longest) : handToNeighbour(last, device);
    }

    /** A copy of what goes to a group that the device listens to comes in again at once (dev_loopback_xmit). */
    private void loopBack(RoutedIpv6 sent, Device device) {
        Ipv6Packet packet = sent.packet();
        boolean member = packet.destination().isMulticast()
                && sent.input().isEmpty()
                && !device.has(DeviceFlag.LOOPBACK)
                && !isDiscovery(packet)
                && stack.find(device)
                        .filter(found -> found.groups().users(packet.destination()) > 0)
                        .isPresent();
        if (member) {
            RoutedIpv6 copy = RoutedIpv6.received(stack, packet, sent.route(), device, false, Metadata.local(0));
            stack.namespace().world().clock().soon(() -> stack.delivery().deliver(copy, device));
        }
    }

    /** The kernel's own socket for discovery has multicast loop off. */
    private static boolean isDiscovery(Ipv6Packet packet) {
        return packet.payload() instanceof Icmpv6Message message && message.isDiscovery();
    }

    private Optional<Errno> outputInPieces(RoutedIpv6 routed, int mtu) {
        List<Ipv6Packet> pieces = Ipv6Fragments.cut(
                routed.packet(), mtu, stack.namespace().world().random().nextInt());
        stack.trace().cut(routed, pieces.size(), mtu);
        for (Ipv6Packet piece : pieces) {
            stack.counters().count(Ipv6Counter.Ip6FragCreates);
            Optional<Errno> error =
                    handToNeighbour(routed.with(piece), routed.device().orElseThrow());
            if (error.isPresent()) {
                return error;
            }
        }
        stack.counters().count(Ipv6Counter.Ip6FragOKs);
        return Optional.empty();
    }

    /** The last step: to the neighbour that the route names (ip6_finish_output2). */
    private Optional<Errno> handToNeighbour(RoutedIpv6 routed, Device device) {
        try {
            Neighbour neighbour =
                    stack.namespace().neighbours().table(Neighbours.IPV6).get(device, routed.nextHop());
            stack.trace().neighbour(routed, neighbour);
            return neighbour.send(routed) ? Optional.empty() : Optional.of(Errno.ENOBUFS);
        } catch (NetException tableFull) {
            stack.trace().drop(Fate.NEIGH_CREATEFAIL, routed.packet(), "gc_thresh3");
            return Optional.of(tableFull.errno());
        }
    }
}
