package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.trace.Fate;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/** What comes in: to be delivered here, forwarded, refused or dropped (net/ipv6/ip6_input.c, ip6_pkt_drop of route.c). */
final class Ipv6Input {
    private final Ipv6 stack;
    private final Ipv6Forward forward;
    private final Ipv6LocalDelivery delivery;
    private final Ipv6Reassembly defragmentation;

    Ipv6Input(Ipv6 stack, Ipv6Forward forward, Ipv6LocalDelivery delivery) {
        this.stack = stack;
        this.forward = forward;
        this.delivery = delivery;
        this.defragmentation = new Ipv6Reassembly(stack);
    }

    /** A frame with an IPv6 packet (ipv6_rcv). */
    void receive(Device device, Ipv6Packet packet, Metadata metadata) {
        if (metadata.type() == PacketType.OTHERHOST) {
            stack.trace().drop(Fate.OTHERHOST, packet, "");
            return;
        }
        stack.counters().count(Ipv6Counter.Ip6InReceives);
        if (stack.find(device).map(Ipv6Device::isDisabled).orElse(true)) {
            stack.counters().count(Ipv6Counter.Ip6InDiscards);
            stack.trace().drop(Fate.IPV6DISABLED, packet, "disable_ipv6 = 1");
            return;
        }
        if (isNonsense(device, packet, metadata)) {
            stack.counters().count(Ipv6Counter.Ip6InHdrErrors);
            stack.trace().drop(Fate.NOT_SPECIFIED, packet, "");
            return;
        }
        boolean gathers = stack.filter().tracksConnections() && !metadata.isPreroutingDone();
        if (gathers && Ipv6Fragments.isFragment(packet)) {
            gather(device, packet, metadata);
            return;
        }
        take(device, packet, metadata, 0);
    }

    /** Connections are tracked by whole packets: fragments wait for each other at once (nf_defrag_ipv6). */
    private void gather(Device device, Ipv6Packet packet, Metadata metadata) {
        boolean toThisHost = metadata.type() == PacketType.HOST;
        Ipv6RouteResult nowhere = Ipv6RouteResult.over(device);
        defragmentation
                .add(RoutedIpv6.received(stack, packet, nowhere, device, toThisHost, metadata))
                .ifPresent(whole -> take(device, whole.packet(), metadata, whole.pieces()));
    }

    private void take(Device device, Ipv6Packet packet, Metadata metadata, int pieces) {
        stack.filter()
                .pass(Hook.PREROUTING, packet, metadata, Optional.of(device), Optional.empty())
                .ifPresent(passed -> route(device, passed, metadata, pieces));
    }

    /** Addresses that never come from a wire (RFC 4291, 2.5.3 and 2.7). */
    private boolean isNonsense(Device device, Ipv6Packet packet, Metadata metadata) {
        boolean loopback = device.has(DeviceFlag.LOOPBACK);
        Ipv6Address destination = packet.destination();
        if (!loopback && (packet.source().isLoopback() || destination.isLoopback())) {
            return true;
        }
        if (!loopback && destination.isMulticast() && (destination.group(0) & 15) < 2) {
            return true;
        }
        boolean inGroupFrame = metadata.type() == PacketType.MULTICAST || metadata.type() == PacketType.BROADCAST;
        boolean refused = stack.conf(device, Ipv6Conf.DROP_UNICAST_IN_L2_MULTICAST) != 0;
        return packet.source().isMulticast() || inGroupFrame && refused && !destination.isMulticast();
    }

    private void route(Device device, Ipv6Packet packet, Metadata metadata, int pieces) {
        if (isForOthers(device, packet)) {
            stack.trace().drop(Fate.OTHERHOST, packet, "");
            return;
        }
        Ipv6FlowKey flow = device.has(DeviceFlag.LOOPBACK)
                ? Ipv6FlowKey.to(packet.destination())
                : Ipv6FlowKey.received(packet.destination(), packet.source(), device);
        Ipv6RouteResult route = stack.routing().lookup(flow.withMark(metadata.mark()));
        boolean toThisHost = metadata.type() == PacketType.HOST;
        RoutedIpv6 routed = RoutedIpv6.received(stack, packet, route, device, toThisHost, metadata)
                .inPieces(pieces);
        stack.trace().received(routed);
        dispatch(routed, device);
    }

    private void dispatch(RoutedIpv6 routed, Device device) {
        if (routed.packet().destination().isMulticast()) {
            delivery.deliver(routed, device);
            return;
        }
        if (routed.route().isError()) {
            refuse(routed);
            return;
        }
        if (routed.route().isLocal()) {
            delivery.deliver(routed, device);
            return;
        }
        if (device.has(DeviceFlag.LOOPBACK)) {
            stack.trace().drop(Fate.NOT_SPECIFIED, routed.packet(), "");
            return;
        }
        forward.forward(routed, device);
    }

    /** Groups are looked at before routes, for most of what comes to one is not for this host (ip6_mc_input). */
    private boolean isForOthers(Device device, Ipv6Packet packet) {
        return packet.destination().isMulticast()
                && stack.find(device)
                        .filter(found -> found.groups().users(packet.destination()) > 0)
                        .isEmpty();
    }

    /**
     * No way on (ip6_pkt_discard, ip6_pkt_prohibit). Surprising: a host that does not forward says so too, and says "no
     * route" even for an unreachable route.
     */
    private void refuse(RoutedIpv6 routed) {
        Errno error = routed.route().error().orElseThrow();
        stack.counters().count(Ipv6Counter.Ip6InNoRoutes);
        stack.trace().refused(routed);
        if (error != Errno.EINVAL) {
            int code = error == Errno.EACCES ? Icmpv6Errors.ADMINISTRATIVELY_PROHIBITED : Icmpv6Errors.NO_ROUTE;
            stack.icmpErrors().send(routed, Icmpv6Message.DESTINATION_UNREACHABLE, code, 0);
        }
    }
}
