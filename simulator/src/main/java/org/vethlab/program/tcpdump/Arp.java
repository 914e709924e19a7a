package org.vethlab.program.tcpdump;

import java.util.Map;

/** ARP and Reverse ARP (RFC 826, RFC 903), for any length of addresses. */
final class Arp {
    private static final int FIXED = 8;

    private static final Map<Integer, String> OPERATIONS = Map.of(
            1, "Request",
            2, "Reply",
            3, "Reverse Request",
            4, "Reverse Reply",
            8, "Inverse Request",
            9, "Inverse Reply",
            10, "NACK Reply");
    private static final Map<Integer, String> HARDWARE = Map.of(
            1, "Ethernet",
            6, "TokenRing",
            7, "ArcNet",
            15, "FrameRelay",
            17, "Strip",
            24, "IEEE 1394",
            19, "ATM",
            32, "Infiniband");

    private final Printout out;
    private final Hex hex;

    Arp(Printout out, Hex hex) {
        this.out = out;
        this.hex = hex;
    }

    /** A packet, with the places of its addresses. */
    private record Packet(PacketView bytes, int protocol, int macLength, int addressLength) {
        int senderMac() {
            return FIXED;
        }

        int sender() {
            return senderMac() + macLength;
        }

        int targetMac() {
            return sender() + addressLength;
        }

        int target() {
            return targetMac() + macLength;
        }

        int length() {
            return target() + addressLength;
        }
    }

    void print(PacketView packet, int length) {
        out.enter("arp");
        packet.need(FIXED);
        int operation = packet.u16(6);
        Packet arp = new Packet(packet, packet.u16(2), packet.u8(4), packet.u8(5));
        if (!packet.has(arp.length())) {
            out.truncated();
            return;
        }
        if (!out.linkHeader()) {
            out.print("ARP, ");
        }
        boolean ordinary = (arp.protocol == EtherTypes.IPV4 || arp.protocol == 0x1000)
                && arp.addressLength == 4
                && arp.macLength != 0;
        if (!ordinary || out.verbose()) {
            kinds(packet.u16(0), arp);
            if (!out.verbose()) {
                out.print(", length ", length);
                return;
            }
        }
        out.print(out.verbose() ? ", " : "", OPERATIONS.getOrDefault(operation, "Unknown (" + operation + ")"), " ");
        if (operation(operation, arp)) {
            out.print(", length ", length);
        } else {
            hex.withText("\n\t", packet.copy(packet.captured()));
        }
    }

    private void kinds(int hardware, Packet arp) {
        out.print(HARDWARE.getOrDefault(hardware, "Unknown Hardware (" + hardware + ")"));
        out.print(" (len ", arp.macLength, "), ");
        out.print(EtherTypes.name(arp.protocol, String.format("Unknown Protocol (0x%04x)", arp.protocol)));
        out.print(" (len ", arp.addressLength, ")");
    }

    private boolean operation(int operation, Packet arp) {
        switch (operation) {
            case 1 -> {
                out.print("who-has ", address(arp, arp.target()));
                if (isSet(arp)) {
                    out.print(" (", mac(arp, arp.targetMac()), ")");
                }
                out.print(" tell ", address(arp, arp.sender()));
            }
            case 2 -> out.print(address(arp, arp.sender()), " is-at ", mac(arp, arp.senderMac()));
            case 3, 8 -> out.print("who-is ", mac(arp, arp.targetMac()), " tell ", mac(arp, arp.senderMac()));
            case 4 -> out.print(mac(arp, arp.targetMac()), " at ", address(arp, arp.target()));
            case 9 -> out.print(mac(arp, arp.senderMac()), " at ", address(arp, arp.sender()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Who asks does not know the target's MAC; arping, and the probe of an entry that is known, put something there. */
    private static boolean isSet(Packet arp) {
        for (int i = 0; i < arp.macLength; i++) {
            if (arp.bytes.u8(arp.targetMac() + i) != 0) {
                return true;
            }
        }
        return false;
    }

    private String address(Packet arp, int at) {
        if (arp.protocol != EtherTypes.IPV4 && arp.protocol != 0x1000) {
            return "<wrong proto type>";
        }
        return arp.addressLength == 4 ? out.names().host(arp.bytes.ipv4(at)) : "<wrong len>";
    }

    private String mac(Packet arp, int at) {
        if (arp.macLength == 6) {
            return out.names().mac(arp.bytes.mac(at));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arp.macLength; i++) {
            text.append(i == 0 ? "" : ":").append(String.format("%02x", arp.bytes.u8(at + i)));
        }
        return arp.macLength == 0 ? "<empty>" : text.toString();
    }
}
