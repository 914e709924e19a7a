package org.vethlab.program.tcpdump;

/** Ethernet frames, VLAN tags, and what they carry by EtherType. */
final class Ethernet {
    private static final int HEADER = 14;
    private static final int ADDRESSES = 12;

    private final Printout out;
    private final Dissector dissector;

    Ethernet(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
    }

    void frame(PacketView frame, int length) {
        out.enter("ether");
        if (length < HEADER || !frame.has(HEADER)) {
            out.truncated();
            return;
        }
        int type = frame.u16(ADDRESSES);
        boolean announced = false;
        if (out.linkHeader()) {
            header(frame);
        }
        int at = HEADER;
        while (EtherTypes.isVlan(type)) {
            if (length < at + 4 || !frame.has(at + 4)) {
                out.enter("vlan");
                out.truncated();
                return;
            }
            if (out.linkHeader()) {
                announce(type, length, announced);
                announced = true;
                out.print(tag(frame.u16(at)), ", ");
            }
            type = frame.u16(at + 2);
            at += 4;
        }
        payload(frame, type, length, at, announced);
    }

    /** Bytes before what the frame carries: addresses, VLAN tags, type. */
    static int headerLength(PacketView frame) {
        int at = HEADER;
        while (frame.has(at + 4) && EtherTypes.isVlan(frame.u16(at - 2))) {
            at += 4;
        }
        return at;
    }

    private void header(PacketView frame) {
        out.print(out.names().mac(frame.mac(6)), " > ", out.names().mac(frame.mac(0)), ", ");
    }

    private static String tag(int control) {
        String dropEligible = (control & 0x1000) != 0 ? ", DEI" : "";
        return "vlan " + (control & 0xfff) + ", p " + (control >>> 13) + dropEligible;
    }

    /** The type, and the frame's length unless that has been said. */
    private void announce(int type, int length, boolean announced) {
        if (out.quiet()) {
            out.print(EtherTypes.name(type, String.format("Unknown Ethertype (0x%04x)", type)));
        } else {
            out.print("ethertype ", EtherTypes.name(type, "Unknown"), String.format(" (0x%04x)", type));
        }
        out.print(announced ? ", " : ", length " + length + ": ");
    }

    private void payload(PacketView frame, int type, int length, int at, boolean announced) {
        PacketView payload = frame.from(at);
        if (type <= EtherTypes.GREATEST_LENGTH) {
            ieee8023(frame, type, length, at, announced);
            return;
        }
        if (out.linkHeader()) {
            announce(type, length, announced);
        }
        if (dissector.etherType(type, payload, length - at, frame)) {
            return;
        }
        if (!out.linkHeader()) {
            header(frame);
            announce(type, length, announced);
        }
        if (!out.quiet()) {
            dissector.hex().withText("\n\t", payload.copy(length - at));
        }
    }

    /** IEEE 802.3: the type is the length of what follows, the rest is padding. */
    private void ieee8023(PacketView frame, int size, int length, int at, boolean announced) {
        int rest = Math.min(size, length - at);
        if (out.linkHeader()) {
            out.print("802.3");
            out.print(announced ? "" : ", length " + rest + ": ");
        }
        PacketView payload = frame.from(at).cut(rest);
        if (!dissector.llc().print(payload, rest, frame) && !out.quiet()) {
            dissector.hex().withText("\n\t", payload.copy(rest));
        }
    }
}
