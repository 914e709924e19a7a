package org.vethlab.program.tcpdump;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bridge protocol data units of IEEE 802.1D and 802.1w, as Linux bridges send them. */
final class SpanningTree {
    private static final int CONFIGURATION = 0x00;
    private static final int RAPID = 0x02;
    private static final int TOPOLOGY_CHANGE = 0x80;
    private static final int CONFIGURATION_LENGTH = 35;
    private static final Map<Integer, String> VERSIONS = Map.of(0, "802.1d", 2, "802.1w", 3, "802.1s", 4, "802.1aq");
    private static final List<String> ROLES = List.of("Unknown", "Alternate", "Root", "Designated");

    private final Printout out;

    SpanningTree(Printout out) {
        this.out = out;
    }

    void print(PacketView bpdu, int length) {
        out.enter("stp");
        if (length < 4) {
            out.truncated();
            return;
        }
        if (bpdu.u16(0) != 0) {
            out.print("unknown STP version, length ", length);
            return;
        }
        int version = bpdu.u8(2);
        int type = bpdu.u8(3);
        out.print("STP ", VERSIONS.getOrDefault(version, String.format("Unknown STP protocol (0x%02x)", version)));
        if (!VERSIONS.containsKey(version)) {
            return;
        }
        out.print(", ");
        switch (type) {
            case CONFIGURATION -> configuration(bpdu, length, "Config");
            case RAPID -> configuration(bpdu, length, "Rapid STP");
            case TOPOLOGY_CHANGE -> out.print("Topology Change");
            default -> out.print(String.format("Unknown BPDU Type (0x%02x)", type));
        }
    }

    private void configuration(PacketView bpdu, int length, String name) {
        out.print(name);
        if (length < CONFIGURATION_LENGTH) {
            out.invalid();
            return;
        }
        int flags = bpdu.u8(4);
        out.print(", Flags [", flags(flags), "], bridge-id ", bridge(bpdu, 17));
        out.print(String.format(".%04x, length ", bpdu.u16(25)), length);
        if (!out.verbose()) {
            return;
        }
        out.print("\n\tmessage-age ", seconds(bpdu, 27), ", max-age ", seconds(bpdu, 29));
        out.print(", hello-time ", seconds(bpdu, 31), ", forwarding-delay ", seconds(bpdu, 33));
        out.print("\n\troot-id ", bridge(bpdu, 5), ", root-pathcost ", bpdu.u32(13));
        if (bpdu.u8(3) == RAPID) {
            out.print(", port-role ", ROLES.get(flags >>> 2 & 3));
        }
    }

    private static String flags(int flags) {
        List<String> names = new ArrayList<>();
        String[] all = {"Topology change", "Proposal", "", "", "Learn", "Forward", "Agreement", "Topology change ACK"};
        for (int bit = 0; bit < 8; bit++) {
            if ((flags >>> bit & 1) != 0 && !all[bit].isEmpty()) {
                names.add(all[bit]);
            }
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String bridge(PacketView bpdu, int at) {
        return String.format("%04x.", bpdu.u16(at)) + bpdu.mac(at + 2);
    }

    /** In units of a 256th of a second. */
    private static String seconds(PacketView bpdu, int at) {
        return String.format("%.2fs", bpdu.u16(at) / 256.0);
    }
}
