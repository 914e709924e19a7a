package org.vethlab.capture.layer;

import org.vethlab.addr.Ipv6Address;
import org.vethlab.wire.ByteReader;

/** IPv6 (RFC 8200). */
final class Ipv6 {
    static final int ETHER_TYPE = 0x86dd;

    private Ipv6() {}

    static void parse(ByteReader in, Dissection out) {
        int first = in.u32();
        int length = in.u16();
        int next = in.u8();
        int hopLimit = in.u8();
        Ipv6Address source = in.ipv6();
        Ipv6Address destination = in.ipv6();
        out.ends(source, destination);
        out.field("Version", first >>> 28)
                .field("Traffic Class", Text.hex(first >> 20 & 0xff, 2))
                .field("Flow Label", Text.hex(first & 0xfffff, 5))
                .field("Payload Length", length)
                .field("Next Header", IpProtocol.name(next) + " (" + next + ")")
                .field("Hop Limit", hopLimit)
                .field("Source Address", source)
                .field("Destination Address", destination);
        out.says("IPv6", Kind.OTHER, IpProtocol.name(next) + " (" + next + ")");
        out.layer("Internet Protocol Version 6, Src: " + source + ", Dst: " + destination);
        ByteReader payload = in.slice(Math.min(in.remaining(), length));
        IpProtocol.parse(next, payload, out, new IpEnds(source, destination, hopLimit));
    }
}
