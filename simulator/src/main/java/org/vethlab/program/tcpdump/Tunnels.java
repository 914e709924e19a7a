package org.vethlab.program.tcpdump;

/** Packets within packets: GRE (RFC 2784) and VXLAN (RFC 7348). */
final class Tunnels {
    private static final int CHECKSUM = 0x8000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;

    private final Printout out;
    private final Dissector dissector;

    Tunnels(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
    }

    void gre(PacketView packet, int length) {
        out.enter("gre");
        int flags = packet.u16(0);
        out.print("GREv", flags & 7);
        if ((flags & 7) != 0) {
            out.print(" ERROR: unknown-version");
            return;
        }
        int protocol = packet.u16(2);
        if (out.verbose()) {
            out.print(", Flags [", greFlags(flags), "]");
        }
        int at = 4;
        if ((flags & CHECKSUM) != 0) {
            out.print(out.verbose() ? String.format(", sum 0x%x", packet.u16(at)) : "");
            out.print(String.format(", off 0x%x", packet.u16(at + 2)));
            at += 4;
        }
        if ((flags & KEY) != 0) {
            out.print(String.format(", key=0x%x", packet.u32(at)));
            at += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            out.print(", seq ", packet.u32(at));
            at += 4;
        }
        out.print(
                out.linkHeader()
                        ? ", proto " + EtherTypes.name(protocol, "unknown") + String.format(" (0x%04x)", protocol)
                        : "");
        out.print(", length ", length, out.verbose() ? "\n\t" : ": ");
        if (!dissector.etherType(protocol, /* packet= */ packet.from(at), length - at, /* frame= */ packet)) {
            out.print("gre-proto-0x", Integer.toHexString(protocol));
        }
    }

    private static String greFlags(int flags) {
        StringBuilder names = new StringBuilder();
        names.append((flags & CHECKSUM) != 0 ? "checksum present, " : "");
        names.append((flags & KEY) != 0 ? "key present, " : "");
        names.append((flags & SEQUENCE) != 0 ? "sequence# present, " : "");
        return names.length() == 0 ? "none" : names.substring(0, names.length() - 2);
    }

    void vxlan(PacketView packet, int length) {
        out.enter("vxlan");
        if (length < 8) {
            throw new TruncatedPacket();
        }
        packet.need(8);
        int flags = packet.u8(0);
        out.print("VXLAN, flags [", (flags & 8) != 0 ? "I" : ".", String.format("] (0x%02x)", flags));
        out.print(", vni ", packet.u32(4) >>> 8, "\n");
        dissector.ethernet().frame(packet.from(8), length - 8);
    }

    /** Overlay Transport Virtualization, which has VXLAN's header, and VXLAN by its old port. */
    void overlay(PacketView packet, int length) {
        out.enter("otv");
        if (length < 8) {
            throw new TruncatedPacket();
        }
        packet.need(8);
        int flags = packet.u8(0);
        out.print("OTV, flags [", (flags & 8) != 0 ? "I" : ".", String.format("] (0x%02x)", flags));
        out.print(", overlay ", packet.u32(0) & 0xff_ffff, ", instance ", packet.u32(4) >>> 8, "\n");
        dissector.ethernet().frame(packet.from(8), length - 8);
    }
}
