package org.vethlab.capture.layer;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.ByteReader;

/** The Address Resolution Protocol (RFC 826) for IPv4 over Ethernet. */
final class Arp {
    static final int ETHER_TYPE = 0x0806;

    private static final Ipv4Address NOBODY = new Ipv4Address(0);

    private Arp() {}

    private record Message(int operation, MacAddress sender, Ipv4Address from, MacAddress target, Ipv4Address to) {
        boolean isRequest() {
            return operation == 1;
        }

        boolean isAnnouncement() {
            return from.equals(to);
        }

        /** RFC 5227: a request from nobody, to find out whether an address is taken. */
        boolean isProbe() {
            return isRequest() && from.equals(NOBODY);
        }

        String info() {
            if (isAnnouncement()) {
                return "Gratuitous ARP for " + from + (isRequest() ? " (Request)" : " (Reply)");
            }
            if (isProbe()) {
                return "Who has " + to + "? (ARP Probe)";
            }
            return isRequest() ? "Who has " + to + "? Tell " + from : from + " is at " + sender;
        }

        String title() {
            String kind =
                    isAnnouncement() ? "gratuitous ARP" : isProbe() ? "ARP Probe" : isRequest() ? "request" : "reply";
            return "Address Resolution Protocol (" + kind + ")";
        }
    }

    static void parse(ByteReader in, Dissection out) {
        int hardware = in.u16();
        int type = in.u16();
        int hardwareSize = in.u8();
        int protocolSize = in.u8();
        Message arp = new Message(in.u16(), in.mac(), in.ipv4(), in.mac(), in.ipv4());
        out.field("Hardware type", hardware == 1 ? "Ethernet (1)" : hardware)
                .field("Protocol type", Link.type(type))
                .field("Hardware size", hardwareSize)
                .field("Protocol size", protocolSize)
                .field("Opcode", (arp.isRequest() ? "request (" : "reply (") + arp.operation() + ")")
                .field("Sender MAC address", arp.sender())
                .field("Sender IP address", arp.from())
                .field("Target MAC address", arp.target())
                .field("Target IP address", arp.to());
        out.says("ARP", Kind.ARP, arp.info());
        if (!arp.isAnnouncement()) {
            // Several may be asked by one, and several ask for one; who answers names both.
            out.part(
                    arp.isRequest()
                            ? Dialogue.question("arp " + arp.to() + " " + arp.from())
                            : Dialogue.answer("arp " + arp.from() + " " + arp.to()));
        }
        out.layer(arp.title());
    }
}
