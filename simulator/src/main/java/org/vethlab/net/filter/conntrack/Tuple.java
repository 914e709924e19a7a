package org.vethlab.net.filter.conntrack;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/**
 * What tells one direction of a connection (struct nf_conntrack_tuple).
 *
 * @param sourceKey the source port; an echo's identifier
 * @param destinationKey the destination port; an echo's type and code
 */
public record Tuple(IpAddress source, IpAddress destination, int protocol, int sourceKey, int destinationKey) {
    /** The tuple of a packet; empty if it is none that can be tracked (a later fragment, an unknown ICMP message). */
    public static Optional<Tuple> of(Payload packet) {
        if (packet instanceof Ipv4Packet ipv4) {
            return ipv4.fragmentOffset() > 0 ? Optional.empty() : of(ipv4.source(), ipv4.destination(), ipv4.payload());
        }
        return packet instanceof Ipv6Packet ipv6
                ? of(ipv6.source(), ipv6.destination(), ipv6.payload())
                : Optional.empty();
    }

    private static Optional<Tuple> of(IpAddress source, IpAddress destination, IpPayload payload) {
        int protocol = payload.protocol();
        if (payload instanceof TcpSegment tcp) {
            return Optional.of(new Tuple(source, destination, protocol, tcp.sourcePort(), tcp.destinationPort()));
        }
        if (payload instanceof UdpDatagram udp) {
            return Optional.of(new Tuple(source, destination, protocol, udp.sourcePort(), udp.destinationPort()));
        }
        if (payload instanceof IcmpMessage icmp) {
            int key = icmp.type() << 8 | icmp.code();
            return Optional.of(new Tuple(source, destination, protocol, icmp.identifier(), key));
        }
        if (payload instanceof Icmpv6Message icmp) {
            int key = icmp.type() << 8 | icmp.code();
            return Optional.of(new Tuple(source, destination, protocol, icmp.rest() >>> 16, key));
        }
        return Optional.of(new Tuple(source, destination, protocol, 0, 0));
    }

    /** The tuple of the answers; empty for an ICMP message that has none. */
    public Optional<Tuple> inverse() {
        if (protocol != IcmpMessage.PROTOCOL && protocol != Icmpv6Message.PROTOCOL) {
            return Optional.of(new Tuple(destination, source, protocol, destinationKey, sourceKey));
        }
        int answer = answer(type());
        return answer < 0
                ? Optional.empty()
                : Optional.of(new Tuple(destination, source, protocol, sourceKey, answer << 8 | destinationKey & 0xff));
    }

    /** An ICMP message's type. */
    public int type() {
        return destinationKey >>> 8;
    }

    public boolean isIcmp() {
        return protocol == IcmpMessage.PROTOCOL || protocol == Icmpv6Message.PROTOCOL;
    }

    /** Questions and answers of ICMP (icmp_pkt_to_tuple's invmap). */
    private int answer(int type) {
        if (protocol == Icmpv6Message.PROTOCOL) {
            return switch (type) {
                case Icmpv6Message.ECHO_REQUEST -> Icmpv6Message.ECHO_REPLY;
                case Icmpv6Message.ECHO_REPLY -> Icmpv6Message.ECHO_REQUEST;
                default -> -1;
            };
        }
        return switch (type) {
            case IcmpMessage.ECHO_REQUEST -> IcmpMessage.ECHO_REPLY;
            case IcmpMessage.ECHO_REPLY -> IcmpMessage.ECHO_REQUEST;
            case 13, 15, 17 -> type + 1;
            case 14, 16, 18 -> type - 1;
            default -> -1;
        };
    }

    /** Whether a message of this type begins a connection: an answer that nobody asked for does not. */
    boolean isQuestion() {
        return switch (protocol) {
            case IcmpMessage.PROTOCOL ->
                type() == IcmpMessage.ECHO_REQUEST || type() == 13 || type() == 15 || type() == 17;
            case Icmpv6Message.PROTOCOL -> type() == Icmpv6Message.ECHO_REQUEST;
            default -> true;
        };
    }

    public Tuple withSource(IpAddress address, int key) {
        return new Tuple(address, destination, protocol, key, destinationKey);
    }

    public Tuple withDestination(IpAddress address, int key) {
        return new Tuple(source, address, protocol, sourceKey, key);
    }
}
