package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.WireException;

/** ICMPv6 messages that have arrived (icmpv6_rcv of net/ipv6/icmp.c). */
final class Icmpv6 {
    private static final int DISCOVERY_HOP_LIMIT = 255;

    private final Ipv6 stack;
    private final NeighbourDiscovery discovery;

    Icmpv6(Ipv6 stack, NeighbourDiscovery discovery) {
        this.stack = stack;
        this.discovery = discovery;
    }

    void receive(RoutedIpv6 routed, Device device) {
        if (!(routed.packet().payload() instanceof Icmpv6Message message)) {
            return;
        }
        stack.counters().count(Ipv6Counter.Icmp6InMsgs);
        switch (message.type()) {
            case Icmpv6Message.ECHO_REQUEST -> echo(routed, device, message);
            case Icmpv6Message.ECHO_REPLY -> stack.counters().count(Ipv6Counter.Icmp6InEchoReplies);
            case Icmpv6Message.PACKET_TOO_BIG, Icmpv6Message.PARAMETER_PROBLEM -> error(routed, device, message);
            case Icmpv6Message.DESTINATION_UNREACHABLE, Icmpv6Message.TIME_EXCEEDED -> error(routed, device, message);
            default -> discover(routed, device, message);
        }
    }

    /** What a router has passed on is no discovery: only the hop limit of 255 proves a neighbour (RFC 4861, 3.1). */
    private void discover(RoutedIpv6 routed, Device device, Icmpv6Message message) {
        if (message.isDiscovery() && routed.packet().hopLimit() == DISCOVERY_HOP_LIMIT && message.code() == 0) {
            discovery.receive(routed, device, message);
        }
    }

    /** Surprising: the answer prefers to leave where the question came in (flowi6_oif of icmpv6_echo_reply). */
    private void echo(RoutedIpv6 routed, Device device, Icmpv6Message request) {
        stack.counters().count(Ipv6Counter.Icmp6InEchos);
        Ipv6Packet packet = routed.packet();
        boolean toGroup = packet.destination().isMulticast();
        if (stack.settings().echoIgnoreAll.value() != 0
                || toGroup && stack.settings().echoIgnoreMulticast.value() != 0) {
            stack.trace().ignored(packet, "echo request ignored", "net.ipv6.icmp.echo_ignore_all");
            return;
        }
        boolean toAnycast = routed.route().type() == RouteType.ANYCAST;
        Optional<Ipv6Address> source = toGroup || toAnycast ? Optional.empty() : Optional.of(packet.destination());
        Ipv6RouteResult route = stack.routing()
                .lookup(Ipv6FlowKey.to(packet.source(), source, Optional.of(answeringDevice(routed, device))));
        Optional<Ipv6Address> from = source.or(() -> stack.sources().select(route, packet.source()));
        if (route.isError() || from.isEmpty()) {
            stack.trace().noRoute(packet.source(), route);
            return;
        }
        stack.counters().count(Ipv6Counter.Icmp6OutMsgs);
        stack.counters().count(Ipv6Counter.Icmp6OutEchoReplies);
        stack.icmpErrors()
                .answering(() -> stack.output()
                        .answer(
                                route,
                                from.get(),
                                packet.source(),
                                packet.trafficClass(),
                                Metadata.local(0),
                                request.echoReply()));
    }

    /** icmp6_iif: what the host asks itself came by the device that holds the address. */
    private static Device answeringDevice(RoutedIpv6 routed, Device device) {
        return device.has(DeviceFlag.LOOPBACK)
                ? routed.route().route().flatMap(Ipv6Route::device).orElse(device)
                : device;
    }

    /** To those whose packet is quoted (icmpv6_notify). */
    private void error(RoutedIpv6 routed, Device device, Icmpv6Message message) {
        Optional<Ipv6Packet> quoted = quoted(message);
        if (quoted.isEmpty()) {
            stack.counters().count(Ipv6Counter.Icmp6InErrors);
            return;
        }
        count(message.type());
        boolean tooBig = message.type() == Icmpv6Message.PACKET_TOO_BIG;
        int info = tooBig || message.type() == Icmpv6Message.PARAMETER_PROBLEM ? message.rest() : 0;
        boolean claimed = stack.namespace()
                .sockets()
                .deliverError(routed.packet(), answeringDevice(routed, device), message, quoted.get(), info);
        boolean ofIcmp = quoted.get().payload().protocol() == Icmpv6Message.PROTOCOL;
        if (tooBig && (claimed || ofIcmp)) {
            Ipv6Packet sent = quoted.get();
            Ipv6FlowKey flow = Ipv6FlowKey.to(sent.destination(), Optional.of(sent.source()), Optional.of(device));
            stack.routing().learnPathMtu(flow, info);
        }
    }

    private static Optional<Ipv6Packet> quoted(Icmpv6Message message) {
        try {
            return Optional.of(Ipv6Packet.readQuoted(message.data()));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private void count(int type) {
        switch (type) {
            case Icmpv6Message.DESTINATION_UNREACHABLE -> stack.counters().count(Ipv6Counter.Icmp6InDestUnreachs);
            case Icmpv6Message.PACKET_TOO_BIG -> stack.counters().count(Ipv6Counter.Icmp6InPktTooBigs);
            case Icmpv6Message.TIME_EXCEEDED -> stack.counters().count(Ipv6Counter.Icmp6InTimeExcds);
            default -> stack.counters().count(Ipv6Counter.Icmp6InParmProblems);
        }
    }
}
