package org.vethlab.capture.layer;

import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.ByteReader;

/** ICMPv6 (RFC 4443), neighbour discovery (RFC 4861) among it. */
final class Icmpv6 {
    private static final String TITLE = "Internet Control Message Protocol v6";

    private Icmpv6() {}

    static void parse(ByteReader in, Dissection out, IpEnds ends) {
        int type = in.u8();
        int code = in.u8();
        int checksum = in.u16();
        out.field("Type", type(type) + " (" + type + ")").field("Code", code).field("Checksum", Text.hex(checksum, 4));
        switch (type) {
            case 128, 129 -> echo(type == 128, in, out, ends);
            case 133, 134 -> router(type, in, out);
            case 135 -> solicitation(in, out);
            case 136 -> advertisement(in, out);
            default -> other(type, code, in, out);
        }
    }

    private static void echo(boolean request, ByteReader in, Dissection out, IpEnds ends) {
        int identifier = in.u16();
        int sequence = in.u16();
        out.field("Identifier", Text.hex(identifier, 4)).field("Sequence", sequence);
        out.says(
                "ICMPv6",
                request ? Kind.REQUEST : Kind.REPLY,
                "Echo (ping) " + (request ? "request" : "reply") + " id=" + Text.hex(identifier, 4) + ", seq="
                        + sequence + ", hop limit=" + ends.hops());
        String key = "icmp6 " + identifier + " " + sequence + " ";
        out.part(
                request
                        ? Dialogue.question(key + ends.source() + " " + ends.destination())
                        : Dialogue.answer(key + ends.destination() + " " + ends.source()));
        out.layer(TITLE);
        Data.parse(in, out);
    }

    private static void solicitation(ByteReader in, Dissection out) {
        in.skip(4);
        Ipv6Address target = in.ipv6();
        out.field("Target Address", target);
        String from = options(in, out);
        out.says("ICMPv6", Kind.ARP, "Neighbor Solicitation for " + target + (from.isEmpty() ? "" : " from " + from));
        if (!from.isEmpty()) {
            // One without a sender's address asks whether its own address is taken: silence is the good answer.
            out.part(Dialogue.question("nd " + target));
        }
        out.layer(TITLE);
    }

    private static void advertisement(ByteReader in, Dissection out) {
        int flags = in.u32();
        Ipv6Address target = in.ipv6();
        out.field("Flags", Text.flags(flags >>> 29, "Router", "Solicited", "Override"))
                .field("Target Address", target);
        String at = options(in, out);
        String words = Text.flags(flags >>> 29, "rtr", "sol", "ovr");
        out.says("ICMPv6", Kind.ARP, "Neighbor Advertisement " + target + " (" + words + ") is at " + at);
        out.part(Dialogue.answer("nd " + target));
        out.layer(TITLE);
    }

    private static void router(int type, ByteReader in, Dissection out) {
        if (type == 134) {
            int hopLimit = in.u8();
            int flags = in.u8();
            out.field("Cur hop limit", hopLimit)
                    .field("Flags", Text.hex(flags, 2))
                    .field("Router lifetime (s)", in.u16())
                    .field("Reachable time (ms)", in.u32())
                    .field("Retrans timer (ms)", in.u32());
        } else {
            in.skip(4);
        }
        String from = options(in, out);
        out.says("ICMPv6", Kind.ARP, type(type) + (from.isEmpty() ? "" : " from " + from));
        out.layer(TITLE);
    }

    private static void other(int type, int code, ByteReader in, Dissection out) {
        if (type == 143) {
            in.skip(2);
            out.field("Number of Multicast Address Records", in.u16());
            out.says("ICMPv6", Kind.OTHER, type(type));
            out.layer(TITLE);
            return;
        }
        int rest = in.u32();
        boolean error = type < 128;
        String detail = type == 2 ? ", MTU " + rest : type == 1 ? " (" + unreachable(code) + ")" : "";
        out.says("ICMPv6", error ? Kind.ERROR : Kind.OTHER, type(type) + detail);
        out.layer(TITLE);
        if (error) {
            out.quotes();
            out.inside("IPv6", in, Ipv6::parse);
        }
    }

    /** Neighbour discovery's options. @return the link-layer address among them; empty if there is none */
    private static String options(ByteReader in, Dissection out) {
        String address = "";
        while (in.remaining() >= 8) {
            int type = in.u8();
            int length = in.u8() * 8;
            ByteReader option = in.slice(length - 2);
            if (type == 1 || type == 2) {
                MacAddress found = option.mac();
                address = found.toString();
                out.field("ICMPv6 Option", (type == 1 ? "Source" : "Target") + " link-layer address : " + address);
            } else if (type == 3) {
                int prefixLength = option.u8();
                option.skip(13);
                out.field("ICMPv6 Option", "Prefix information : " + option.ipv6() + "/" + prefixLength);
            } else {
                out.field("ICMPv6 Option", "Type " + type);
            }
        }
        return address;
    }

    private static String type(int type) {
        return switch (type) {
            case 1 -> "Destination Unreachable";
            case 2 -> "Packet Too Big";
            case 3 -> "Time Exceeded";
            case 4 -> "Parameter Problem";
            case 128 -> "Echo (ping) request";
            case 129 -> "Echo (ping) reply";
            case 130 -> "Multicast Listener Query";
            case 131 -> "Multicast Listener Report";
            case 132 -> "Multicast Listener Done";
            case 133 -> "Router Solicitation";
            case 134 -> "Router Advertisement";
            case 135 -> "Neighbor Solicitation";
            case 136 -> "Neighbor Advertisement";
            case 137 -> "Redirect";
            case 143 -> "Multicast Listener Report Message v2";
            default -> "Unknown";
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "no route to destination";
            case 1 -> "Administratively prohibited";
            case 3 -> "Address unreachable";
            case 4 -> "Port unreachable";
            default -> "code " + code;
        };
    }
}
