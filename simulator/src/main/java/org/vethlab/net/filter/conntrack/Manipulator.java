package org.vethlab.net.filter.conntrack;

import java.util.Arrays;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.wire.Checksum;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** Writes translated addresses and ports into packets (nf_nat_manip_pkt). */
final class Manipulator {
    private Manipulator() {}

    /** The packet with one end as a tuple says it. */
    static Payload apply(Payload packet, Tuple target, Manipulation kind) {
        IpPayload payload = ports(Conntrack.payload(packet), target, kind);
        return withAddress(packet, target, kind, payload);
    }

    /** Only the address, not the ports: of an ICMP error. */
    static Payload applyAddress(Payload packet, Tuple target, Manipulation kind, IpPayload payload) {
        return withAddress(packet, target, kind, payload);
    }

    private static Payload withAddress(Payload packet, Tuple target, Manipulation kind, IpPayload payload) {
        IpAddress address = kind == Manipulation.SOURCE ? target.source() : target.destination();
        if (packet instanceof Ipv4Packet ipv4 && address instanceof Ipv4Address changed) {
            return ipv4.withAddresses(
                            kind == Manipulation.SOURCE ? changed : ipv4.source(),
                            kind == Manipulation.SOURCE ? ipv4.destination() : changed)
                    .withPayload(payload);
        }
        if (packet instanceof Ipv6Packet ipv6 && address instanceof Ipv6Address changed) {
            return new Ipv6Packet(
                    kind == Manipulation.SOURCE ? changed : ipv6.source(),
                    kind == Manipulation.SOURCE ? ipv6.destination() : changed,
                    ipv6.hopLimit(),
                    ipv6.trafficClass(),
                    ipv6.flowLabel(),
                    ipv6.hopByHop(),
                    payload);
        }
        return packet;
    }

    private static IpPayload ports(IpPayload payload, Tuple target, Manipulation kind) {
        boolean source = kind == Manipulation.SOURCE;
        if (payload instanceof TcpSegment tcp) {
            return new TcpSegment(
                    source ? target.sourceKey() : tcp.sourcePort(),
                    source ? tcp.destinationPort() : target.destinationKey(),
                    tcp.sequence(),
                    tcp.acknowledgment(),
                    tcp.flags(),
                    tcp.window(),
                    tcp.options(),
                    tcp.data());
        }
        if (payload instanceof UdpDatagram udp) {
            return new UdpDatagram(
                    source ? target.sourceKey() : udp.sourcePort(),
                    source ? udp.destinationPort() : target.destinationKey(),
                    udp.data());
        }
        if (payload instanceof IcmpMessage icmp && !icmp.isError()) {
            return new IcmpMessage(
                    icmp.type(), icmp.code(), target.sourceKey() << 16 | icmp.rest() & 0xffff, icmp.data());
        }
        if (payload instanceof Icmpv6Message icmp && !icmp.isError()) {
            return new Icmpv6Message(
                    icmp.type(), icmp.code(), target.sourceKey() << 16 | icmp.rest() & 0xffff, icmp.data());
        }
        return payload;
    }

    /** The packet that an ICMP error quotes, one end as a tuple says it. */
    static IpPayload quoted(IpPayload error, Tuple target, Manipulation kind) {
        if (error instanceof IcmpMessage icmp) {
            return new IcmpMessage(icmp.type(), icmp.code(), icmp.rest(), quotedIpv4(icmp.data(), target, kind));
        }
        return error instanceof Icmpv6Message icmp
                ? new Icmpv6Message(icmp.type(), icmp.code(), icmp.rest(), quotedIpv6(icmp.data(), target, kind))
                : error;
    }

    private static byte[] quotedIpv4(byte[] quoted, Tuple target, Manipulation kind) {
        boolean source = kind == Manipulation.SOURCE;
        IpAddress address = source ? target.source() : target.destination();
        int header = quoted.length > 0 ? (quoted[0] & 15) * 4 : 0;
        if (quoted.length < header + 8 || header < Ipv4Packet.HEADER_LENGTH || !(address instanceof Ipv4Address ipv4)) {
            return quoted;
        }
        byte[] changed = quoted.clone();
        put32(changed, source ? 12 : 16, ipv4.bits());
        put16(changed, 10, 0);
        put16(changed, 10, Checksum.of(sum(changed, header)));
        ports(changed, header, changed[9] & 0xff, target, source);
        return changed;
    }

    private static byte[] quotedIpv6(byte[] quoted, Tuple target, Manipulation kind) {
        boolean source = kind == Manipulation.SOURCE;
        IpAddress address = source ? target.source() : target.destination();
        if (quoted.length < Ipv6Packet.HEADER_LENGTH + 8 || !(address instanceof Ipv6Address ipv6)) {
            return quoted;
        }
        byte[] changed = Arrays.copyOf(quoted, quoted.length);
        int at = source ? 8 : 24;
        put32(changed, at, (int) (ipv6.high() >>> 32));
        put32(changed, at + 4, (int) ipv6.high());
        put32(changed, at + 8, (int) (ipv6.low() >>> 32));
        put32(changed, at + 12, (int) ipv6.low());
        ports(changed, Ipv6Packet.HEADER_LENGTH, changed[6] & 0xff, target, source);
        return changed;
    }

    private static void ports(byte[] bytes, int header, int protocol, Tuple target, boolean source) {
        switch (protocol) {
            case TcpSegment.PROTOCOL, UdpDatagram.PROTOCOL ->
                put16(bytes, header + (source ? 0 : 2), source ? target.sourceKey() : target.destinationKey());
            case IcmpMessage.PROTOCOL, Icmpv6Message.PROTOCOL -> echo(bytes, header, target.sourceKey());
            default -> {}
        }
    }

    /** The identifier is covered by the message's checksum, which changes with it (RFC 1624). */
    private static void echo(byte[] bytes, int header, int identifier) {
        int before = get16(bytes, header + 4);
        int checksum = get16(bytes, header + 2);
        put16(bytes, header + 4, identifier);
        put16(bytes, header + 2, ~Checksum.fold((~checksum & 0xffff) + (~before & 0xffff) + (long) identifier));
    }

    private static long sum(byte[] bytes, int length) {
        long sum = 0;
        for (int i = 0; i < length; i += 2) {
            sum += get16(bytes, i);
        }
        return sum;
    }

    private static int get16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }

    private static void put32(byte[] bytes, int at, int value) {
        put16(bytes, at, value >>> 16);
        put16(bytes, at + 2, value);
    }
}
