package org.vethlab.program.tcpdump;

import java.util.Map;

/** IEEE 802.2 logical link control, and SNAP: what stands in frames whose type is a length. */
final class Llc {
    private static final int SNAP = 0xaa;
    private static final int SPANNING_TREE = 0x42;
    private static final int UNNUMBERED_INFORMATION = 0x03;

    private static final Map<Integer, String> SAPS = Map.of(
            0x00, "Null",
            0x02, "802.1B I",
            0x03, "802.1B G",
            0x06, "IP",
            0x0e, "ProWay NM",
            0x42, "STP",
            0x8e, "ProWay ASM",
            0xaa, "SNAP",
            0xe0, "IPX",
            0xf0, "NetBeui");
    private static final Map<Integer, String> COMMANDS = Map.of(
            0x03, "ui", 0x0f, "dm", 0x43, "disc", 0x63, "ua", 0x6f, "sabme", 0xe3, "test", 0xaf, "xid", 0x87, "frmr");

    private final Printout out;
    private final Dissector dissector;

    Llc(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
    }

    /** @return false if the bytes are still to be shown */
    boolean print(PacketView packet, int length, PacketView frame) {
        out.enter("llc");
        if (length < 3 || !packet.has(3)) {
            out.truncated();
            return true;
        }
        int destination = packet.u8(0);
        int source = packet.u8(1);
        int control = packet.u8(2);
        boolean unnumbered = (control & 3) == 3;
        if (!unnumbered && (length < 4 || !packet.has(4))) {
            out.truncated();
            return true;
        }
        int wholeControl = unnumbered ? control : control | packet.u8(3) << 8;
        if (out.linkHeader()) {
            header(destination, source, unnumbered, wholeControl);
        }
        if (destination == SPANNING_TREE && source == SPANNING_TREE && control == UNNUMBERED_INFORMATION) {
            dissector.spanningTree().print(packet.from(3), length - 3);
            return true;
        }
        if (destination == SNAP && source == SNAP && control == UNNUMBERED_INFORMATION) {
            return snap(packet.from(3), length - 3, frame);
        }
        if (!out.linkHeader()) {
            out.print(out.names().mac(frame.mac(6)), " > ", out.names().mac(frame.mac(0)), " ");
            out.print(
                    destination == source
                            ? SAPS.getOrDefault(destination & 0xfe, sap(destination))
                            : saps(destination, source),
                    " ");
        }
        information(unnumbered, wholeControl, source, length);
        return false;
    }

    private static String sap(int sap) {
        return String.format("Unknown DSAP 0x%02x", sap & 0xfe);
    }

    private static String saps(int destination, int source) {
        return SAPS.getOrDefault(source & 0xfe, String.format("Unknown SSAP 0x%02x", source & 0xfe)) + " > "
                + SAPS.getOrDefault(destination & 0xfe, sap(destination));
    }

    private void header(int destination, int source, boolean unnumbered, int control) {
        out.print("LLC, dsap ", SAPS.getOrDefault(destination & 0xfe, "Unknown"));
        out.print(String.format(" (0x%02x) ", destination & 0xfe), (destination & 1) != 0 ? "Group" : "Individual");
        out.print(", ssap ", SAPS.getOrDefault(source & 0xfe, "Unknown"));
        out.print(String.format(" (0x%02x) ", source & 0xfe), (source & 1) != 0 ? "Response" : "Command");
        out.print(", ctrl ", unnumbered ? String.format("0x%02x", control) : String.format("0x%04x", control), ": ");
    }

    private void information(boolean unnumbered, int control, int source, int length) {
        String response = (source & 1) != 0 ? "Response" : "Command";
        if (unnumbered) {
            int command = control & ~0x10;
            String flags = ((source & 1) != 0 ? "Response" : "Command").equals("Command")
                    ? (control & 0x10) != 0 ? "Poll" : "Command"
                    : (control & 0x10) != 0 ? "Final" : "Response";
            out.print("Unnumbered, ", COMMANDS.getOrDefault(command, String.format("%02x", command)));
            out.print(", Flags [", flags, "], length ", length);
        } else if ((control & 3) == 1) {
            String kind = Map.of(0, "Receiver Ready", 4, "Receiver not Ready", 8, "Reject")
                    .getOrDefault(control & 0xc, "?");
            out.print("Supervisory, ", kind, ", rcv seq ", control >>> 9, ", Flags [", response, "], length ", length);
        } else {
            out.print("Information, send seq ", control >>> 1 & 0x7f, ", rcv seq ", control >>> 9);
            out.print(", Flags [", response, "], length ", length);
        }
    }

    private boolean snap(PacketView packet, int length, PacketView frame) {
        out.enter("snap");
        if (length < 5 || !packet.has(5)) {
            out.truncated();
            return true;
        }
        int oui = packet.u8(0) << 16 | packet.u16(1);
        int type = packet.u16(3);
        if (out.linkHeader()) {
            out.print(
                    "oui ",
                    oui == 0 ? "Ethernet" : oui == 0xc ? "Cisco" : "Unknown",
                    String.format(" (0x%06x), ", oui));
            String name = EtherTypes.name(type, "Unknown");
            out.print(
                    oui == 0 ? "ethertype " + name : "pid unknown",
                    String.format(" (0x%04x), length ", type),
                    length - 5,
                    ": ");
        }
        return oui == 0 && dissector.etherType(type, packet.from(5), length - 5, frame);
    }
}
