package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.TcpSegment;

/** Tells the sender of a packet that a rule refuses it (net/ipv4/netfilter/nf_reject_ipv4.c). */
@SuppressWarnings("ArgumentSelectionDefectChecker") // an answer goes the other way
public final class Ipv4Reject {
    private static final long WORD = 0xffff_ffffL;

    private final Ipv4 stack;

    Ipv4Reject(Ipv4 stack) {
        this.stack = stack;
    }

    /** By an ICMP message "destination unreachable" (nf_send_unreach). */
    public void unreachable(PacketContext refused, int code) {
        refused.ipv4()
                .ifPresent(packet ->
                        stack.icmpErrors().send(about(refused, packet), IcmpMessage.DESTINATION_UNREACHABLE, code, 0));
    }

    private RoutedPacket about(PacketContext refused, Ipv4Packet packet) {
        Metadata metadata = refused.metadata();
        Optional<Device> input = refused.input();
        if (input.isEmpty()) {
            RouteResult route = stack.routing().lookup(FlowKey.to(packet.destination()));
            return RoutedPacket.local(stack, packet, route, metadata, true);
        }
        boolean toThisHost =
                metadata.type() == PacketType.HOST || metadata.bridgeInput().isPresent();
        RouteResult route = stack.routing().lookup(FlowKey.to(packet.destination()));
        return RoutedPacket.received(stack, packet, route, input.get(), toThisHost, metadata);
    }

    /** By a reset that looks as if the other end had sent it (nf_send_reset). */
    public void reset(PacketContext refused) {
        Optional<Ipv4Packet> packet = refused.ipv4();
        if (packet.isEmpty()
                || packet.get().isFragment()
                || !(packet.get().payload() instanceof TcpSegment segment)
                || segment.has(TcpSegment.RST)) {
            return;
        }
        Ipv4Packet answer = new Ipv4Packet(
                packet.get().destination(),
                packet.get().source(),
                stack.settings().defaultTtl.value(),
                0,
                0,
                true,
                false,
                0,
                HeaderOptions.NONE,
                resetTo(segment));
        send(refused, answer, refused.metadata().answer(0));
    }

    /** Surprising: on a bridge a reset needs a route to the sender too, though it leaves by the port and no other way. */
    private void send(PacketContext refused, Ipv4Packet answer, Metadata metadata) {
        Optional<Device> port = refused.metadata().bridgeInput();
        Optional<EthernetFrame> frame = refused.frame();
        if (port.isEmpty() || frame.isEmpty()) {
            stack.output().sendAsIs(answer, metadata);
            return;
        }
        if (stack.routing().lookup(FlowKey.to(answer.destination())).error().isEmpty()) {
            port.get()
                    .transmit(
                            new EthernetFrame(frame.get().source(), frame.get().destination(), answer));
        }
    }

    /** RFC 9293, 3.10.7.1: what to say to a segment of a connection that is not there. */
    public static TcpSegment resetTo(TcpSegment segment) {
        boolean acknowledged = segment.has(TcpSegment.ACK);
        int length =
                (segment.has(TcpSegment.SYN) ? 1 : 0) + (segment.has(TcpSegment.FIN) ? 1 : 0) + segment.data().length;
        return new TcpSegment(
                segment.destinationPort(),
                segment.sourcePort(),
                acknowledged ? segment.acknowledgment() : 0,
                acknowledged ? 0 : segment.sequence() + length & WORD,
                acknowledged ? TcpSegment.RST : TcpSegment.RST | TcpSegment.ACK,
                0,
                new byte[0],
                new byte[0]);
    }
}
