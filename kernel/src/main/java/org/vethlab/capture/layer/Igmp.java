package org.vethlab.capture.layer;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.wire.ByteReader;

/** IGMP (RFC 2236, RFC 3376): who wants to hear a multicast group. */
final class Igmp {
    private Igmp() {}

    static void parse(ByteReader in, Dissection out) {
        int type = in.u8();
        int code = in.u8();
        int checksum = in.u16();
        String name = switch (type) {
            case 0x11 -> "Membership Query";
            case 0x12 -> "Membership Report";
            case 0x16 -> "Membership Report";
            case 0x17 -> "Leave Group";
            case 0x22 -> "Membership Report";
            default -> "Unknown Type " + Text.hex(type, 2);
        };
        out.field("Type", name + " (" + Text.hex(type, 2) + ")")
                .field("Max Resp Time", code)
                .field("Checksum", Text.hex(checksum, 4));
        if (type == 0x22) {
            in.skip(2);
            int records = in.u16();
            out.field("Num Group Records", records);
            out.says("IGMPv3", Kind.OTHER, name + ", " + records + (records == 1 ? " group" : " groups"));
        } else {
            Ipv4Address group = in.ipv4();
            out.field("Multicast Address", group);
            out.says("IGMPv2", Kind.OTHER, name + " " + group);
        }
        out.layer("Internet Group Management Protocol");
    }
}
