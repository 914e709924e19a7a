package org.vethlab.program.tcpdump;

/** UDP (RFC 768). */
final class Udp {
    private static final int HEADER = 8;
    private static final int VXLAN = 4789;

    /** Linux's old port of VXLAN: IANA gave it to another protocol, by whose name it goes. */
    private static final int OVERLAY = 8472;

    private final Printout out;
    private final Dissector dissector;

    Udp(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
    }

    void print(IpPayloadView payload) {
        out.enter("udp");
        PacketView datagram = payload.bytes();
        if (!datagram.has(4)) {
            out.print(out.names().host(payload.source()), " > ", out.names().host(payload.destination()), ": ");
            out.truncated();
            return;
        }
        int sourcePort = datagram.u16(0);
        int destinationPort = datagram.u16(2);
        out.ends(payload, out.names().port(sourcePort, "udp"), out.names().port(destinationPort, "udp"));
        if (payload.length() < HEADER) {
            out.print("truncated-udp ", payload.length());
            return;
        }
        int stated = datagram.u16(4);
        if (stated < HEADER) {
            out.print("truncated-udplength ", stated);
            return;
        }
        datagram.need(HEADER);
        boolean ipv6 = payload.source() instanceof org.vethlab.addr.Ipv6Address;
        if ((out.veryVerbose() || out.verbose() && ipv6) && out.verifiesChecksums() && !payload.fragmented()) {
            checksum(payload);
        }
        int length = stated - HEADER;
        PacketView data = datagram.from(HEADER);
        if (out.quiet()
                || payload.fragmented()
                || !new UdpContents(out).print(sourcePort, destinationPort, data, length)) {
            content(destinationPort, payload, length);
        }
    }

    private void checksum(IpPayloadView payload) {
        int found = payload.bytes().u16(6);
        if (found == 0) {
            out.print("[no cksum] ");
            return;
        }
        if (!payload.bytes().has(payload.length())) {
            return;
        }
        long sum = payload.sum();
        if (Checksums.isGood(sum)) {
            out.print("[udp sum ok] ");
        } else {
            out.print(String.format("[bad udp cksum 0x%04x -> 0x%04x!] ", found, Checksums.expected(sum, found)));
        }
    }

    private void content(int destinationPort, IpPayloadView payload, int stated) {
        int present = payload.length() - HEADER;
        if (!out.quiet() && destinationPort == VXLAN) {
            dissector.tunnels().vxlan(payload.bytes().from(HEADER), Math.min(present, stated));
            return;
        }
        if (!out.quiet() && destinationPort == OVERLAY) {
            dissector.tunnels().overlay(payload.bytes().from(HEADER), Math.min(present, stated));
            return;
        }
        if (stated > present && !payload.fragmented()) {
            out.print("UDP, bad length ", stated, " > ", present);
        } else {
            out.print("UDP, length ", stated);
        }
    }
}
