package org.vethlab.program.tcpdump;

import java.util.Optional;

/** What libpcap puts before a packet that was captured on all devices (LINKTYPE_LINUX_SLL and LINUX_SLL2). */
final class LinuxCooked {
    /** Length of the header of the second version. */
    static final int HEADER2 = 20;

    /** Length of the header of the first version. */
    static final int HEADER1 = 16;

    private static final String[] TYPES = {"In", "B", "M", "P", "Out"};

    /** The names of the devices of the namespace that tcpdump runs in, by index. */
    interface Interfaces {
        Optional<String> name(int index);
    }

    private final Printout out;
    private final Dissector dissector;
    private final Interfaces interfaces;

    LinuxCooked(Printout out, Dissector dissector, Interfaces interfaces) {
        this.out = out;
        this.dissector = dissector;
        this.interfaces = interfaces;
    }

    void version2(PacketView packet, int length) {
        out.enter("sll2");
        packet.need(HEADER2);
        int index = (int) packet.u32(4);
        out.print(String.format("%-5s ", interfaces.name(index).orElse("?")));
        out.print(String.format("%-3s ", type(packet.u8(10))));
        if (out.linkHeader()) {
            out.print("ifindex ", index, " ");
            address(packet, 11, 12);
            if (!out.quiet()) {
                announce(packet.u16(0), length);
            }
        }
        payload(packet, packet.u16(0), length, HEADER2);
    }

    void version1(PacketView packet, int length) {
        out.enter("sll");
        packet.need(HEADER1);
        if (out.linkHeader()) {
            out.print(String.format("%3s ", type(packet.u16(0))));
            address(packet, 5, 6);
            announce(packet.u16(14), length);
        }
        payload(packet, packet.u16(14), length, HEADER1);
    }

    private static String type(int code) {
        return code < TYPES.length ? TYPES[code] : "?";
    }

    private void address(PacketView packet, int lengthAt, int at) {
        if (packet.u8(lengthAt) == 6) {
            out.print(out.names().mac(packet.mac(at)), " ");
        }
    }

    private void announce(int type, int length) {
        if (out.quiet()) {
            out.print(EtherTypes.name(type, "Unknown"), ", length ", length, ": ");
            return;
        }
        out.print(
                "ethertype ",
                EtherTypes.name(type, "Unknown"),
                String.format(" (0x%04x), length ", type),
                length,
                ": ");
    }

    private void payload(PacketView packet, int firstType, int length, int header) {
        int type = firstType;
        int at = header;
        while (EtherTypes.isVlan(type) && packet.has(at + 4)) {
            int control = packet.u16(at);
            type = packet.u16(at + 2);
            if (out.linkHeader()) {
                out.print("vlan ", control & 0xfff, ", p ", control >>> 13, (control & 0x1000) != 0 ? ", DEI, " : ", ");
                out.print("ethertype ", EtherTypes.name(type, "Unknown"), ", ");
            }
            at += 4;
        }
        PacketView payload = packet.from(at);
        if (type == 4) {
            if (dissector.llc().print(payload, length - at, packet)) {
                return;
            }
        } else if (dissector.etherType(type, payload, length - at, packet)) {
            return;
        } else if (!out.linkHeader()) {
            announce(type, length);
        }
        if (!out.quiet()) {
            dissector.hex().withText("\n\t", payload.copy(length - at));
        }
    }
}
