package org.vethlab.program.tcpdump;

/** All printers, and who prints what: by EtherType, and by the protocol number of IP. */
final class Dissector {
    private final Printout out;
    private final Hex hex;
    private final Ethernet ethernet;
    private final LinuxCooked cooked;
    private final Llc llc;
    private final SpanningTree spanningTree;
    private final Arp arp;
    private final Ipv4 ipv4;
    private final Ipv6 ipv6;
    private final Icmp icmp;
    private final Igmp igmp;
    private final Icmpv6 icmpv6;
    private final Udp udp;
    private final Tcp tcp;
    private final Tunnels tunnels;

    Dissector(Printout out, LinuxCooked.Interfaces interfaces) {
        this.out = out;
        hex = new Hex(out);
        ethernet = new Ethernet(out, this);
        cooked = new LinuxCooked(out, this, interfaces);
        llc = new Llc(out, this);
        spanningTree = new SpanningTree(out);
        arp = new Arp(out, hex);
        ipv4 = new Ipv4(out, this);
        ipv6 = new Ipv6(out, this);
        icmp = new Icmp(out, this);
        igmp = new Igmp(out);
        icmpv6 = new Icmpv6(out, hex);
        udp = new Udp(out, this);
        tcp = new Tcp(out);
        tunnels = new Tunnels(out, this);
    }

    Hex hex() {
        return hex;
    }

    Ethernet ethernet() {
        return ethernet;
    }

    LinuxCooked cooked() {
        return cooked;
    }

    Llc llc() {
        return llc;
    }

    SpanningTree spanningTree() {
        return spanningTree;
    }

    Ipv4 ipv4() {
        return ipv4;
    }

    Ipv6 ipv6() {
        return ipv6;
    }

    Tunnels tunnels() {
        return tunnels;
    }

    /** @return false if the type has no printer */
    boolean etherType(int type, PacketView packet, int length, PacketView frame) {
        switch (type) {
            case EtherTypes.IPV4 -> ipv4.print(packet, length);
            case EtherTypes.IPV6 -> ipv6.print(packet, length);
            case EtherTypes.ARP, EtherTypes.REVERSE_ARP -> arp.print(packet, length);
            case EtherTypes.TRANSPARENT_ETHERNET -> ethernet.frame(packet, length);
            case EtherTypes.SLOW_PROTOCOLS -> slowProtocol(packet, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** LACP and its kin (IEEE 802.3, annex 57A): no more than which, its version and its length. */
    private void slowProtocol(PacketView packet, int length) {
        out.enter("slow");
        packet.need(2);
        String name = packet.u8(0) == 1 ? "LACP" : packet.u8(0) == 2 ? "MARKER" : "unknown (" + packet.u8(0) + ")";
        out.print(name, "v" + packet.u8(1), ", length " + length);
    }

    /** What an IP packet carries. */
    void ipPayload(IpPayloadView payload) {
        switch (payload.protocol()) {
            case 1 -> icmp.print(payload);
            case 2 -> igmp.print(payload);
            case 4 -> ipv4.print(payload.bytes(), payload.length());
            case 6 -> tcp.print(payload);
            case 17 -> udp.print(payload);
            case 41 -> ipv6.print(payload.bytes(), payload.length());
            case 47 -> tunnels.gre(payload.bytes(), payload.length());
            case 58 -> icmpv6.print(payload);
            case 59 -> out.print("no next header");
            default -> out.print(" ", out.names().protocol(payload.protocol()), " ", payload.length());
        }
    }
}
