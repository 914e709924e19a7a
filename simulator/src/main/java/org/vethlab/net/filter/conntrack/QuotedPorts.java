package org.vethlab.net.filter.conntrack;

import java.util.Optional;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.RawData;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** Reads the first 8 bytes behind a quoted header, which is all that an ICMP error must quote (RFC 792). */
final class QuotedPorts {
    private static final int LEAST = 8;
    private static final int NEXT_HEADER = 6;

    private QuotedPorts() {}

    /** A quoted segment is cut short: its ports are there all the same. */
    static Ipv4Packet complete(Ipv4Packet quoted) {
        return quoted.payload() instanceof RawData raw && quoted.fragmentOffset() == 0
                ? quoted.withPayload(read(raw.protocol(), raw.bytes()))
                : quoted;
    }

    static Optional<Payload> ipv6(byte[] bytes) {
        if (bytes.length < Ipv6Packet.HEADER_LENGTH + LEAST) {
            return Optional.empty();
        }
        ByteReader in = new ByteReader(bytes);
        in.skip(NEXT_HEADER);
        int protocol = in.u8();
        in.skip(1);
        return Optional.of(new Ipv6Packet(in.ipv6(), in.ipv6(), 0, 0, 0, read(protocol, in.rest())));
    }

    private static IpPayload read(int protocol, byte[] bytes) {
        if (bytes.length < LEAST) {
            return new RawData(protocol, bytes);
        }
        ByteReader in = new ByteReader(bytes);
        return switch (protocol) {
            case TcpSegment.PROTOCOL ->
                new TcpSegment(in.u16(), in.u16(), in.u32() & 0xffff_ffffL, 0, 0, 0, new byte[0], new byte[0]);
            case UdpDatagram.PROTOCOL -> new UdpDatagram(in.u16(), in.u16(), new byte[0]);
            case Icmpv6Message.PROTOCOL -> icmpv6(in);
            default -> new RawData(protocol, bytes);
        };
    }

    private static Icmpv6Message icmpv6(ByteReader in) {
        int type = in.u8();
        int code = in.u8();
        in.skip(2);
        return new Icmpv6Message(type, code, in.u32(), in.rest());
    }
}
