package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.ipv4.Ipv4Reject;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.TcpSegment;

/** Tells the sender of a packet that a rule refuses it (net/ipv6/netfilter/nf_reject_ipv6.c). */
public final class Ipv6Reject {
    private final Ipv6 stack;

    Ipv6Reject(Ipv6 stack) {
        this.stack = stack;
    }

    /** By an ICMPv6 message "destination unreachable" (nf_send_unreach6). */
    public void unreachable(PacketContext refused, int code) {
        refused.ipv6()
                .ifPresent(packet -> stack.icmpErrors()
                        .send(about(refused, packet), Icmpv6Message.DESTINATION_UNREACHABLE, code, 0));
    }

    private RoutedIpv6 about(PacketContext refused, Ipv6Packet packet) {
        Metadata metadata = refused.metadata();
        Optional<Device> input = refused.input();
        Ipv6RouteResult route = stack.routing().lookup(Ipv6FlowKey.to(packet.destination(), Optional.empty(), input));
        if (input.isEmpty()) {
            return RoutedIpv6.local(stack, packet, route, metadata);
        }
        boolean toThisHost =
                metadata.type() == PacketType.HOST || metadata.bridgeInput().isPresent();
        return RoutedIpv6.received(stack, packet, route, input.get(), toThisHost, metadata);
    }

    /** By a reset that looks as if the other end had sent it (nf_send_reset6). */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // an answer goes the other way
    public void reset(PacketContext refused) {
        Optional<Ipv6Packet> packet = refused.ipv6();
        if (packet.isEmpty()
                || !(packet.get().payload() instanceof TcpSegment segment)
                || segment.has(TcpSegment.RST)) {
            return;
        }
        Ipv6Packet answer = new Ipv6Packet(
                packet.get().destination(), packet.get().source(), 64, 0, 0, Ipv4Reject.resetTo(segment));
        stack.output().sendAsIs(answer, refused.metadata().answer(0), refused.input());
    }
}
