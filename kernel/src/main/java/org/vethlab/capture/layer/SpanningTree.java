package org.vethlab.capture.layer;

import org.vethlab.addr.MacAddress;
import org.vethlab.wire.ByteReader;

/** The spanning tree protocol's bridge protocol data units (IEEE 802.1D, clause 9). */
final class SpanningTree {
    private SpanningTree() {}

    static void parse(ByteReader in, Dissection out) {
        in.skip(3);
        int type = in.u8();
        if (type == 0x80) {
            out.field("BPDU Type", "Topology Change Notification (0x80)");
            out.says("STP", Kind.OTHER, "Topology Change Notification");
            out.layer("Spanning Tree Protocol");
            return;
        }
        int flags = in.u8();
        String root = bridge(in);
        int cost = in.u32();
        String bridge = bridge(in);
        int port = in.u16();
        out.field("BPDU Type", "Configuration (" + Text.hex(type, 2) + ")")
                .field("BPDU flags", Text.hex(flags, 2))
                .field("Root Identifier", root)
                .field("Root Path Cost", cost)
                .field("Bridge Identifier", bridge)
                .field("Port identifier", Text.hex(port, 4));
        out.says("STP", Kind.OTHER, "Conf. Root = " + root + "  Cost = " + cost + "  Port = " + Text.hex(port, 4));
        out.layer("Spanning Tree Protocol");
    }

    private static String bridge(ByteReader in) {
        int priority = in.u16();
        MacAddress address = in.mac();
        return (priority & 0xf000) + " / " + (priority & 0xfff) + " / " + address;
    }
}
