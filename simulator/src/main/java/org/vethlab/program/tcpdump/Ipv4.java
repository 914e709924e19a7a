package org.vethlab.program.tcpdump;

import java.util.ArrayList;
import java.util.List;

/** IPv4 (RFC 791). */
final class Ipv4 {
    private static final int HEADER = 20;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int RESERVED = 0x8000;
    private static final int OFFSET = 0x1fff;

    private final Printout out;
    private final Dissector dissector;
    private final Ipv4Options options;

    Ipv4(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
        this.options = new Ipv4Options(out);
    }

    void print(PacketView packet, int length) {
        out.enter("ip");
        int version = packet.u8(0) >>> 4;
        if (version != 4) {
            out.print(version == 6 ? "IP6, wrong link-layer encapsulation" : "IP" + version);
            out.invalid();
            return;
        }
        if (!out.linkHeader()) {
            out.print("IP ");
        }
        packet.need(HEADER);
        int headerLength = (packet.u8(0) & 15) * 4;
        int total = packet.u16(2);
        if (headerLength < HEADER) {
            out.print("bad-hlen ", headerLength);
            return;
        }
        if (length < total) {
            out.print("truncated-ip - ", total - length, " bytes missing! ");
        }
        if (total < headerLength) {
            out.print("bad-len ", total);
            return;
        }
        PacketView whole = packet.cut(total);
        if (out.verbose()) {
            header(whole, headerLength, total);
        }
        content(whole, headerLength, total - headerLength);
    }

    private void header(PacketView packet, int headerLength, int total) {
        int tos = packet.u8(1);
        int fragment = packet.u16(6);
        int ttl = packet.u8(8);
        int protocol = packet.u8(9);
        out.print("(tos 0x", Integer.toHexString(tos), new String[] {"", ",ECT(1)", ",ECT(0)", ",CE"}[tos & 3]);
        out.print(ttl > 0 ? ", ttl " + ttl : "", ", id ", packet.u16(4), ", offset ", (fragment & OFFSET) * 8);
        out.print(", flags [", flags(fragment), "], proto ", IpProtocols.name(protocol), " (", protocol, ")");
        out.print(", length ", total);
        if (headerLength > HEADER) {
            out.print(", options (");
            options.print(packet.from(HEADER), headerLength - HEADER);
            out.print(")");
        }
        if (out.verifiesChecksums() && packet.has(headerLength)) {
            checksum(packet, headerLength);
        }
        out.print(")\n    ");
    }

    private void checksum(PacketView packet, int headerLength) {
        long sum = packet.sum(headerLength);
        int found = packet.u16(10);
        if (!Checksums.isGood(sum)) {
            out.print(", bad cksum ", Integer.toHexString(found));
            out.print(" (->", Integer.toHexString(Checksums.expected(sum, found)), ")!");
        }
    }

    private static String flags(int fragment) {
        List<String> flags = new ArrayList<>();
        if ((fragment & MORE_FRAGMENTS) != 0) {
            flags.add("+");
        }
        if ((fragment & DONT_FRAGMENT) != 0) {
            flags.add("DF");
        }
        if ((fragment & RESERVED) != 0) {
            flags.add("rsvd");
        }
        return flags.isEmpty() ? "none" : String.join(", ", flags);
    }

    private void addresses(PacketView packet) {
        out.print(out.names().host(packet.ipv4(12)), " > ", out.names().host(packet.ipv4(16)), ": ");
    }

    private void content(PacketView packet, int headerLength, int length) {
        int fragment = packet.u16(6);
        int protocol = packet.u8(9);
        if ((fragment & OFFSET) != 0) {
            out.print(out.names().host(packet.ipv4(12)), " > ", out.names().host(packet.ipv4(16)), ":");
            out.print(" ", out.names().protocol(protocol));
            return;
        }
        if (!IpProtocols.hasPorts(protocol)) {
            addresses(packet);
        }
        if (!packet.has(headerLength)) {
            out.print(" [remaining caplen(", packet.captured(), ") < header length(", headerLength, ")]");
            out.truncated();
            return;
        }
        dissector.ipPayload(new IpPayloadView(
                packet.ipv4(12),
                packet.ipv4(16),
                protocol,
                packet.from(headerLength),
                length,
                (fragment & MORE_FRAGMENTS) != 0,
                true));
    }
}
