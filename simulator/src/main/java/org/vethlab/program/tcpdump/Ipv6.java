package org.vethlab.program.tcpdump;

/** IPv6 (RFC 8200), and its extension headers. */
final class Ipv6 {
    private static final int HEADER = 40;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;

    private final Printout out;
    private final Dissector dissector;

    Ipv6(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
    }

    void print(PacketView packet, int length) {
        out.enter("ip6");
        if (!out.linkHeader() && packet.has(1)) {
            int version = packet.u8(0) >>> 4;
            if (version != 6) {
                out.print("IP6 version error: ", version, " != 6");
                return;
            }
            out.print(packet.has(HEADER) ? "IP6 " : "");
        } else if (packet.u8(0) >>> 4 != 6) {
            out.print("version error: ", packet.u8(0) >>> 4, " != 6");
            return;
        }
        packet.need(HEADER);
        int payloadLength = packet.u16(4);
        if (length < payloadLength + HEADER) {
            out.print("truncated-ip6 - ", payloadLength + HEADER - length, " bytes missing!");
        }
        if (out.verbose()) {
            header(packet, payloadLength);
        }
        headers(packet.cut(HEADER + payloadLength), payloadLength);
    }

    private void header(PacketView packet, int payloadLength) {
        long first = packet.u32(0);
        long trafficClass = first >>> 20 & 0xff;
        long flowLabel = first & 0xfffff;
        out.print("(", trafficClass != 0 ? String.format("class 0x%02x, ", trafficClass) : "");
        out.print(flowLabel != 0 ? String.format("flowlabel 0x%05x, ", flowLabel) : "");
        out.print("hlim ", packet.u8(7), ", next-header ", IpProtocols.name(packet.u8(6)), " (", packet.u8(6), ")");
        out.print(" payload length: ", payloadLength, ") ");
    }

    private void headers(PacketView packet, int payloadLength) {
        int next = packet.u8(6);
        if (!IpProtocols.hasPorts(next)) {
            out.print(out.names().host(packet.ipv6(8)), " > ", out.names().host(packet.ipv6(24)), ": ");
        }
        int at = HEADER;
        boolean fragmented = false;
        while (true) {
            PacketView rest = packet.from(at);
            int advance;
            switch (next) {
                case HOP_BY_HOP -> advance = options("HBH ", "hbhopt", rest);
                case DESTINATION_OPTIONS -> advance = options("DSTOPT ", "dstopt", rest);
                case ROUTING -> advance = routing(rest);
                case FRAGMENT -> {
                    fragmented = true;
                    if (!fragment(rest, HEADER + payloadLength - at)) {
                        return;
                    }
                    advance = 8;
                }
                default -> {
                    dissector.ipPayload(new IpPayloadView(
                            packet.ipv6(8),
                            packet.ipv6(24),
                            next,
                            rest,
                            HEADER + payloadLength - at,
                            fragmented,
                            at == HEADER));
                    return;
                }
            }
            next = rest.u8(0);
            at += advance;
        }
    }

    private int options(String title, String protocol, PacketView header) {
        out.enter(protocol);
        header.need(8);
        int length = (header.u8(1) + 1) * 8;
        header.need(length);
        out.print(title);
        if (out.verbose()) {
            for (int at = 2; at < length; ) {
                at += option(header.from(at), length - at);
            }
            out.print(" ");
        }
        return length;
    }

    private int option(PacketView option, int left) {
        int type = option.u8(0);
        if (type == 0) {
            out.print("(pad1)");
            return 1;
        }
        int length = left > 1 ? option.u8(1) : 0;
        if (length + 2 > left) {
            throw new TruncatedPacket();
        }
        switch (type) {
            case 1 -> out.print("(padn)");
            case 5 -> out.print(String.format("(rtalert: 0x%04x) ", option.u16(2)));
            default -> out.print(String.format("(opt_type 0x%02x: len=%d)", type, length));
        }
        return length + 2;
    }

    private int routing(PacketView header) {
        out.enter("rt6");
        int type = header.u8(2);
        out.print("RT6 (len=", header.u8(1), ", type=", type, type == 0 ? " [Deprecated]" : "");
        out.print(", segleft=", header.u8(3), type == 0 && out.verbose() ? ", rsv=0x0" : "", ") ");
        return (header.u8(1) + 1) * 8;
    }

    /** @return whether this is the first fragment, whose header can be read */
    private boolean fragment(PacketView header, int length) {
        out.enter("frag6");
        int offset = header.u16(2) & 0xfff8;
        String identification = out.verbose() ? String.format("0x%08x:", header.u32(4)) : "";
        out.print("frag (", identification, offset, "|", length - 8, ")");
        out.print(offset == 0 ? " " : "");
        return offset == 0;
    }
}
