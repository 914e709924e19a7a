package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.Scope;
import org.vethlab.net.socket.Sockets;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RecordRoute;
import org.vethlab.wire.WireException;

/** ICMP messages that have arrived (icmp_rcv of net/ipv4/icmp.c). */
final class Icmp {
    private static final int TIMESTAMP = 13;

    private final Ipv4 stack;
    private final Redirects redirects;

    Icmp(Ipv4 stack) {
        this.stack = stack;
        this.redirects = new Redirects(stack);
    }

    void receive(RoutedPacket routed, Device device) {
        if (!(routed.packet().payload() instanceof IcmpMessage message)) {
            return;
        }
        stack.counters().count(Counter.IcmpInMsgs);
        if (routed.isToGroup() && !isForGroups(message.type())) {
            stack.trace()
                    .icmpIgnored(routed.packet(), "a question to many is not answered", "icmp_echo_ignore_broadcasts");
            return;
        }
        switch (message.type()) {
            case IcmpMessage.ECHO_REQUEST -> echo(routed, device, message);
            case IcmpMessage.ECHO_REPLY -> stack.counters().count(Counter.IcmpInEchoReps);
            case IcmpMessage.DESTINATION_UNREACHABLE, IcmpMessage.TIME_EXCEEDED, IcmpMessage.PARAMETER_PROBLEM ->
                error(
                        routed,
                        device,
                        message,
                        message.type() == IcmpMessage.DESTINATION_UNREACHABLE ? message.rest() & 0xffff : 0);
            case IcmpMessage.REDIRECT -> error(routed, device, message, message.rest());
            default -> {}
        }
    }

    /** What is sent to many is answered only if it is an echo or a timestamp, and only if the host is told to. */
    private boolean isForGroups(int type) {
        boolean question = type == IcmpMessage.ECHO_REQUEST || type == TIMESTAMP;
        return question && stack.settings().echoIgnoreBroadcasts.value() == 0;
    }

    private void echo(RoutedPacket routed, Device device, IcmpMessage request) {
        stack.counters().count(Counter.IcmpInEchos);
        if (stack.settings().echoIgnoreAll.value() != 0) {
            stack.trace().icmpIgnored(routed.packet(), "echo request ignored", "icmp_echo_ignore_all = 1");
            return;
        }
        Ipv4Packet packet = routed.packet();
        Optional<Ipv4Address> source = answeringAddress(routed, device);
        RouteResult route = stack.routing()
                .lookup(new FlowKey(packet.source(), source, Optional.empty(), domain(device), packet.tos() & 0x1e, 0));
        if (route.error().isPresent()) {
            stack.trace().noRoute(packet.source(), route);
            return;
        }
        stack.counters().count(Counter.IcmpOutMsgs);
        stack.counters().count(Counter.IcmpOutEchoReps);
        stack.icmpErrors()
                .answering(() -> stack.output()
                        .answer(
                                route,
                                source.or(route::source).orElse(Ipv4Address.ANY),
                                packet.source(),
                                packet.tos(),
                                RecordRoute.echo(packet.options()),
                                request.echoReply()));
    }

    /** The address that was asked; for a question to many, the one that the route back prefers (fib_compute_spec_dst). */
    private Optional<Ipv4Address> answeringAddress(RoutedPacket routed, Device device) {
        if (routed.route().local() && !routed.isToGroup()) {
            return Optional.of(routed.packet().destination());
        }
        Ipv4Address asker = routed.packet().source();
        RouteResult back = stack.routing().lookup(FlowKey.to(asker).to(asker, domain(device)));
        return back.source().isPresent() ? back.source() : stack.sources().select(device, asker, Scope.LINK);
    }

    /** Answers stay in the VRF that the question came by. */
    private static Optional<Device> domain(Device device) {
        return Vrf.of(device).map(vrf -> vrf);
    }

    /** To those whose packet is quoted (icmp_unreach, icmp_redirect, icmp_socket_deliver). */
    private void error(RoutedPacket routed, Device device, IcmpMessage message, int info) {
        Optional<Ipv4Packet> quoted = quoted(message);
        if (quoted.isEmpty()) {
            stack.counters().count(Counter.IcmpInErrors);
            return;
        }
        count(message.type());
        Sockets sockets = stack.namespace().sockets();
        stack.namespace().ipTunnels().error(quoted.get(), message.type(), message.code());
        boolean claimed = sockets.deliverError(routed.packet(), device, message, quoted.get(), info);
        boolean answered = quoted.get().payload() instanceof IcmpMessage icmp && icmp.type() == IcmpMessage.ECHO_REPLY;
        if (!claimed && !answered) {
            return;
        }
        if (message.type() == IcmpMessage.REDIRECT) {
            redirects.accept(routed.packet().source(), new Ipv4Address(message.rest()), flow(quoted.get(), device));
        } else if (message.type() == IcmpMessage.DESTINATION_UNREACHABLE
                && message.code() == IcmpErrors.FRAGMENTATION_NEEDED) {
            stack.routing().learnPathMtu(flow(quoted.get(), device), info);
        }
    }

    private static FlowKey flow(Ipv4Packet sent, Device device) {
        return new FlowKey(
                sent.destination(), Optional.of(sent.source()), Optional.empty(), domain(device), sent.tos(), 0);
    }

    private static Optional<Ipv4Packet> quoted(IcmpMessage message) {
        try {
            return Optional.of(Ipv4Packet.readQuoted(message.data()));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private void count(int type) {
        switch (type) {
            case IcmpMessage.DESTINATION_UNREACHABLE -> stack.counters().count(Counter.IcmpInDestUnreachs);
            case IcmpMessage.TIME_EXCEEDED -> stack.counters().count(Counter.IcmpInTimeExcds);
            case IcmpMessage.REDIRECT -> stack.counters().count(Counter.IcmpInRedirects);
            default -> {}
        }
    }
}
