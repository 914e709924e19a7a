package org.vethlab.capture.layer;

import org.vethlab.wire.ByteReader;

/** ICMP (RFC 792). */
final class Icmp {
    private Icmp() {}

    static void parse(ByteReader in, Dissection out, IpEnds ends) {
        int type = in.u8();
        int code = in.u8();
        int checksum = in.u16();
        out.field("Type", type + " (" + type(type) + ")")
                .field("Code", code + (type == 3 ? " (" + unreachable(code) + ")" : ""))
                .field("Checksum", Text.hex(checksum, 4));
        if (type == 8 || type == 0) {
            echo(type == 8, in, out, ends);
            return;
        }
        int rest = in.u32();
        out.says("ICMP", isError(type) ? Kind.ERROR : Kind.OTHER, type(type) + detail(type, code, rest));
        if (type == 3 && code == 4) {
            out.field("MTU of next hop", rest & 0xffff);
        }
        if (type == 5) {
            out.field("Gateway Address", new org.vethlab.addr.Ipv4Address(rest));
        }
        out.layer("Internet Control Message Protocol");
        if (isError(type)) {
            out.quotes();
            out.inside("IPv4", in, Ipv4::parse);
        }
    }

    private static void echo(boolean request, ByteReader in, Dissection out, IpEnds ends) {
        int identifier = in.u16();
        int sequence = in.u16();
        String other = Integer.toString(Short.toUnsignedInt(Short.reverseBytes((short) sequence)));
        out.field("Identifier (BE)", identifier + " (" + Text.hex(identifier, 4) + ")")
                .field("Sequence Number (BE)", sequence + " (" + Text.hex(sequence, 4) + ")");
        out.says(
                "ICMP",
                request ? Kind.REQUEST : Kind.REPLY,
                "Echo (ping) " + (request ? "request" : "reply") + "  id=" + Text.hex(identifier, 4) + ", seq="
                        + sequence + "/" + other + ", ttl=" + ends.hops());
        String key = "icmp " + identifier + " " + sequence + " ";
        out.part(
                request
                        ? Dialogue.question(key + ends.source() + " " + ends.destination())
                        : Dialogue.answer(key + ends.destination() + " " + ends.source()));
        out.layer("Internet Control Message Protocol");
        Data.parse(in, out);
    }

    private static boolean isError(int type) {
        return type == 3 || type == 5 || type == 11 || type == 12;
    }

    private static String type(int type) {
        return switch (type) {
            case 0 -> "Echo (ping) reply";
            case 3 -> "Destination unreachable";
            case 5 -> "Redirect";
            case 8 -> "Echo (ping) request";
            case 11 -> "Time-to-live exceeded";
            case 12 -> "Parameter problem";
            case 13 -> "Timestamp request";
            case 14 -> "Timestamp reply";
            default -> "Unknown type";
        };
    }

    private static String detail(int type, int code, int rest) {
        return switch (type) {
            case 3 -> " (" + unreachable(code) + ")" + (code == 4 ? ", MTU of next hop: " + (rest & 0xffff) : "");
            case 5 -> code == 1 ? " (Redirect for host)" : " (Redirect for network)";
            case 11 -> code == 0 ? " (Time to live exceeded in transit)" : " (Fragment reassembly time exceeded)";
            default -> "";
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "Network unreachable";
            case 1 -> "Host unreachable";
            case 2 -> "Protocol unreachable";
            case 3 -> "Port unreachable";
            case 4 -> "Fragmentation needed";
            case 5 -> "Source route failed";
            case 9 -> "Network administratively prohibited";
            case 10 -> "Host administratively prohibited";
            case 13 -> "Communication administratively filtered";
            default -> "Code " + code;
        };
    }
}
