package org.vethlab.capture.layer;

import org.vethlab.wire.ByteReader;

/** What IP carries (IANA's protocol numbers). */
final class IpProtocol {
    private IpProtocol() {}

    static String name(int protocol) {
        return switch (protocol) {
            case 0 -> "IPv6 Hop-by-Hop Option";
            case 1 -> "ICMP";
            case 2 -> "IGMP";
            case 4 -> "IPIP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            case 41 -> "IPv6";
            case 44 -> "Fragment Header for IPv6";
            case 47 -> "Generic Routing Encapsulation";
            case 58 -> "ICMPv6";
            case 59 -> "IPv6 No Next Header";
            default -> "Unknown";
        };
    }

    static void parse(int protocol, ByteReader in, Dissection out, IpEnds ends) {
        switch (protocol) {
            case 0 -> out.inside("IPv6", in, (options, to) -> hopByHop(options, to, ends));
            case 1 -> out.inside("ICMP", in, (message, to) -> Icmp.parse(message, to, ends));
            case 2 -> out.inside("IGMP", in, Igmp::parse);
            case 4 -> out.inside("IPv4", in, Ipv4::parse);
            case 6 -> out.inside("TCP", in, (segment, to) -> Tcp.parse(segment, to, ends));
            case 17 -> out.inside("UDP", in, Udp::parse);
            case 41 -> out.inside("IPv6", in, Ipv6::parse);
            case 47 -> out.inside("GRE", in, IpProtocol::gre);
            case 58 -> out.inside("ICMPv6", in, (message, to) -> Icmpv6.parse(message, to, ends));
            default -> Data.parse(in, out);
        }
    }

    private static void hopByHop(ByteReader in, Dissection out, IpEnds ends) {
        int next = in.u8();
        int length = in.u8();
        in.skip(6 + 8 * length);
        out.field("Next Header", name(next) + " (" + next + ")").field("Length", length);
        out.layer("IPv6 Hop-by-Hop Option");
        parse(next, in, out, ends);
    }

    /** RFC 2784, with the key and sequence number of RFC 2890. */
    private static void gre(ByteReader in, Dissection out) {
        int flags = in.u16();
        int type = in.u16();
        out.field("Flags and Version", Text.hex(flags, 4)).field("Protocol Type", Link.type(type));
        if ((flags & 0x8000) != 0) {
            out.field("Checksum", Text.hex(in.u16(), 4));
            in.skip(2);
        }
        if ((flags & 0x2000) != 0) {
            out.field("Key", Text.hex(in.u32(), 8));
        }
        if ((flags & 0x1000) != 0) {
            out.field("Sequence Number", Integer.toUnsignedString(in.u32()));
        }
        out.says("GRE", Kind.OTHER, "Encapsulated " + Link.type(type));
        out.layer("Generic Routing Encapsulation (" + Link.type(type) + ")");
        Link.payload(type, in, out);
    }
}
