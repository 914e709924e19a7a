package org.vethlab.capture.layer;

import org.vethlab.addr.MacAddress;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.LinkType;

/** What stands before a packet: Ethernet II, tags of 802.1Q, Linux's cooked header, LLC. */
final class Link {
    private static final int FIRST_ETHER_TYPE = 1536;
    private static final int LLC = 4;

    private Link() {}

    static Dissection.Parser of(LinkType link) {
        return switch (link) {
            case ETHERNET -> Link::ethernet;
            case LINUX_SLL2 -> Link::cooked;
            default -> Link::raw;
        };
    }

    private static void ethernet(ByteReader in, Dissection out) {
        MacAddress destination = in.mac();
        MacAddress source = in.mac();
        int type = in.u16();
        out.ends(source, name(destination));
        out.field("Destination", name(destination)).field("Source", source);
        if (type < FIRST_ETHER_TYPE) {
            out.field("Length", type).layer("IEEE 802.3 Ethernet");
            llc(in.slice(Math.min(type, in.remaining())), out);
            return;
        }
        out.field("Type", type(type));
        out.layer("Ethernet II, Src: " + source + ", Dst: " + name(destination));
        payload(type, in, out);
    }

    private static void cooked(ByteReader in, Dissection out) {
        int type = in.u16();
        in.skip(2);
        int index = in.u32();
        int hardware = in.u16();
        int packetType = in.u8();
        int length = in.u8();
        MacAddress source = in.mac();
        in.skip(2);
        out.ends(source, "");
        out.field("Protocol", type == LLC ? "802.2 LLC (0x0004)" : type(type))
                .field("Interface index", index)
                .field("Link-layer address type", hardware)
                .field("Packet type", packetType(packetType))
                .field("Link-layer address length", length)
                .field("Source", source);
        out.layer("Linux cooked capture v2");
        if (type == LLC) {
            llc(in, out);
        } else {
            payload(type, in, out);
        }
    }

    private static String packetType(int code) {
        return switch (code) {
            case 0 -> "Unicast to us (0)";
            case 1 -> "Broadcast (1)";
            case 2 -> "Multicast (2)";
            case 3 -> "Unicast to another host (3)";
            default -> "Sent by us (" + code + ")";
        };
    }

    private static void raw(ByteReader in, Dissection out) {
        out.layer("Raw packet data");
        payload(in.copy().u8() >> 4 == 6 ? Ipv6.ETHER_TYPE : Ipv4.ETHER_TYPE, in, out);
    }

    private static void vlan(ByteReader in, Dissection out) {
        int control = in.u16();
        int type = in.u16();
        out.field("Priority", control >> 13)
                .field("DEI", control >> 12 & 1)
                .field("ID", control & 0xfff)
                .field("Type", type(type));
        out.layer("802.1Q Virtual LAN, PRI: " + (control >> 13) + ", DEI: " + (control >> 12 & 1) + ", ID: "
                + (control & 0xfff));
        payload(type, in, out);
    }

    private static void llc(ByteReader in, Dissection out) {
        int destination = in.u8();
        int source = in.u8();
        int control = in.u8();
        out.field("DSAP", Text.hex(destination, 2))
                .field("SSAP", Text.hex(source, 2))
                .field("Control field", Text.hex(control, 2));
        out.says("LLC", Kind.OTHER, "802.2 LLC, DSAP " + Text.hex(destination, 2));
        out.layer("Logical-Link Control");
        if (destination == 0x42) {
            out.inside("STP", in, SpanningTree::parse);
        }
    }

    /** What an EtherType announces. */
    static void payload(int type, ByteReader in, Dissection out) {
        switch (type) {
            case Arp.ETHER_TYPE -> out.inside("ARP", in, Arp::parse);
            case Ipv4.ETHER_TYPE -> out.inside("IPv4", in, Ipv4::parse);
            case Ipv6.ETHER_TYPE -> out.inside("IPv6", in, Ipv6::parse);
            case 0x8100, 0x88a8 -> out.inside("VLAN", in, Link::vlan);
            case 0x6558 -> out.inside("Ethernet", in, Link::ethernet);
            default -> {
                out.says(Text.hex(type, 4), Kind.OTHER, "Ethernet II");
                Data.parse(in, out);
            }
        }
    }

    private static String name(MacAddress address) {
        return address.isBroadcast() ? "Broadcast (" + address + ")" : address.toString();
    }

    static String type(int type) {
        String name = switch (type) {
            case Arp.ETHER_TYPE -> "ARP";
            case Ipv4.ETHER_TYPE -> "IPv4";
            case Ipv6.ETHER_TYPE -> "IPv6";
            case 0x8100 -> "802.1Q Virtual LAN";
            case 0x88a8 -> "802.1ad Provider Bridge";
            case 0x6558 -> "Transparent Ethernet bridging";
            default -> "Unknown";
        };
        return name + " (" + Text.hex(type, 4) + ")";
    }
}
