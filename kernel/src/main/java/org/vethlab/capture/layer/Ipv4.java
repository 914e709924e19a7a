package org.vethlab.capture.layer;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.wire.ByteReader;

/** IPv4 (RFC 791). */
final class Ipv4 {
    static final int ETHER_TYPE = 0x0800;

    private static final int HEADER = 20;

    private Ipv4() {}

    static void parse(ByteReader in, Dissection out) {
        int first = in.u8();
        int service = in.u8();
        int length = in.u16();
        int identification = in.u16();
        int fragment = in.u16();
        int timeToLive = in.u8();
        int protocol = in.u8();
        int checksum = in.u16();
        Ipv4Address source = in.ipv4();
        Ipv4Address destination = in.ipv4();
        int headerLength = (first & 0xf) * 4;
        in.skip(headerLength - HEADER);
        int offset = (fragment & 0x1fff) * 8;
        String flags = Text.flags(fragment >> 13, "Reserved bit", "Don't fragment", "More fragments");
        out.ends(source, destination);
        out.field("Version", first >> 4)
                .field("Header Length", headerLength + " bytes (" + (first & 0xf) + ")")
                .field("Differentiated Services Field", Text.hex(service, 2) + dscp(service))
                .field("Total Length", length)
                .field("Identification", Text.hex(identification, 4) + " (" + identification + ")")
                .field("Flags", Text.hex(fragment >> 13, 1) + (flags.isEmpty() ? "" : ", " + flags))
                .field("Fragment Offset", offset)
                .field("Time to Live", timeToLive)
                .field("Protocol", IpProtocol.name(protocol) + " (" + protocol + ")")
                .field("Header Checksum", Text.hex(checksum, 4))
                .field("Source Address", source)
                .field("Destination Address", destination);
        out.says("IPv4", Kind.OTHER, IpProtocol.name(protocol) + " (" + protocol + ")");
        out.layer("Internet Protocol Version 4, Src: " + source + ", Dst: " + destination);
        if (offset > 0) {
            out.says(
                    "IPv4",
                    Kind.OTHER,
                    "Fragmented IP protocol (proto=" + IpProtocol.name(protocol) + " " + protocol + ", off=" + offset
                            + ", ID=" + String.format("%04x", identification) + ")");
            Data.parse(in, out);
            return;
        }
        ByteReader payload = in.slice(Math.min(in.remaining(), Math.max(0, length - headerLength)));
        IpProtocol.parse(protocol, payload, out, new IpEnds(source, destination, timeToLive));
    }

    private static String dscp(int service) {
        return " (DSCP: " + (service >> 2 == 0 ? "CS0" : Integer.toString(service >> 2)) + ", ECN: " + (service & 3)
                + ")";
    }
}
