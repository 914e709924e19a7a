package org.vethlab.capture.layer;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.wire.ByteReader;

/** UDP (RFC 768); within it VXLAN (RFC 7348) and, by name only, what Debian's /etc/services knows by port. */
final class Udp {
    private static final int VXLAN = 4789;

    private Udp() {}

    static void parse(ByteReader in, Dissection out) {
        int source = in.u16();
        int destination = in.u16();
        int length = in.u16();
        int checksum = in.u16();
        out.field("Source Port", source)
                .field("Destination Port", destination)
                .field("Length", length)
                .field("Checksum", Text.hex(checksum, 4));
        out.says("UDP", Kind.UDP, source + " → " + destination + " Len=" + (length - 8));
        out.layer("User Datagram Protocol, Src Port: " + source + ", Dst Port: " + destination);
        if (destination == VXLAN) {
            out.inside("VXLAN", in, Udp::vxlan);
        } else if (isDhcp(source, destination)) {
            out.inside("DHCP", in, Udp::dhcp);
        } else {
            Data.parse(in, out);
        }
    }

    private static void vxlan(ByteReader in, Dissection out) {
        int flags = in.u32();
        int identifier = in.u32() >>> 8;
        out.field("Flags", Text.hex(flags >>> 16, 4)).field("VXLAN Network Identifier (VNI)", identifier);
        out.layer("Virtual eXtensible Local Area Network");
        Link.payload(0x6558, in, out);
    }

    private static boolean isDhcp(int source, int destination) {
        return source == 68 && destination == 67 || source == 67 && (destination == 68 || destination == 67);
    }

    /** RFC 2131, as far as the fixed fields go. */
    private static void dhcp(ByteReader in, Dissection out) {
        int operation = in.u8();
        in.skip(3);
        int transaction = in.u32();
        in.skip(4);
        Ipv4Address client = in.ipv4();
        Ipv4Address yours = in.ipv4();
        in.skip(8);
        out.field("Message type", operation == 1 ? "Boot Request (1)" : "Boot Reply (2)")
                .field("Transaction ID", Text.hex(transaction, 8))
                .field("Client IP address", client)
                .field("Your (client) IP address", yours)
                .field("Client MAC address", in.mac());
        out.says(
                "DHCP",
                Kind.UDP,
                (operation == 1 ? "DHCP Request" : "DHCP Reply, your address " + yours) + "  - Transaction ID "
                        + Text.hex(transaction, 8));
        out.layer("Dynamic Host Configuration Protocol");
    }
}
