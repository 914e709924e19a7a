package org.vethlab.program.tcpdump;

import static java.util.Map.entry;

import java.util.Map;

/** ICMPv6 (RFC 4443) and neighbour discovery (RFC 4861). */
final class Icmpv6 {
    private static final int UNREACHABLE = 1;
    private static final int QUERY = 130;
    private static final int ROUTER_SOLICITATION = 133;
    private static final int ROUTER_ADVERTISEMENT = 134;
    private static final int NEIGHBOR_SOLICITATION = 135;
    private static final int NEIGHBOR_ADVERTISEMENT = 136;
    private static final int REDIRECT = 137;
    private static final int REPORT2 = 143;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            entry(1, "destination unreachable"),
            entry(2, "packet too big"),
            entry(3, "time exceeded in-transit"),
            entry(4, "parameter problem"),
            entry(128, "echo request"),
            entry(129, "echo reply"),
            entry(QUERY, "multicast listener query"),
            entry(131, "multicast listener report"),
            entry(132, "multicast listener done"),
            entry(ROUTER_SOLICITATION, "router solicitation"),
            entry(ROUTER_ADVERTISEMENT, "router advertisement"),
            entry(NEIGHBOR_SOLICITATION, "neighbor solicitation"),
            entry(NEIGHBOR_ADVERTISEMENT, "neighbor advertisement"),
            entry(REDIRECT, "redirect"),
            entry(138, "router renumbering"),
            entry(139, "who-are-you request"),
            entry(140, "who-are-you reply"),
            entry(REPORT2, "multicast listener report v2"),
            entry(144, "ha discovery request"),
            entry(145, "ha discovery reply"),
            entry(146, "mobile router solicitation"),
            entry(147, "mobile router advertisement"),
            entry(155, "RPL"),
            entry(200, "mtrace response"),
            entry(201, "mtrace message"));

    private final Printout out;
    private final Hex hex;
    private final NeighbourOptions options;
    private final MulticastListener multicast;

    Icmpv6(Printout out, Hex hex) {
        this.out = out;
        this.hex = hex;
        this.options = new NeighbourOptions(out, hex);
        this.multicast = new MulticastListener(out);
    }

    void print(IpPayloadView payload) {
        out.enter("icmp6");
        PacketView message = payload.bytes();
        if (payload.length() == 0) {
            out.print("ICMP6, length 0");
            out.invalid();
            return;
        }
        if (out.verbose() && out.verifiesChecksums() && !payload.fragmented() && message.has(payload.length())) {
            checksum(payload);
        }
        int type = message.u8(0);
        out.print("ICMP6, ", NAMES.getOrDefault(type, "unknown icmp6 type (" + type + ")"));
        boolean discovers = type >= ROUTER_SOLICITATION && type <= REDIRECT;
        if (out.verbose() && (discovers || type == 200 || type == 201 || !NAMES.containsKey(type))) {
            out.print(", length ", payload.length());
        }
        content(type, message, payload.length());
    }

    private void checksum(IpPayloadView payload) {
        int found = payload.bytes().u16(2);
        long sum = payload.sum();
        if (Checksums.isGood(sum)) {
            out.print("[icmp6 sum ok] ");
        } else {
            out.print(String.format("[bad icmp6 cksum 0x%04x -> 0x%04x!] ", found, Checksums.expected(sum, found)));
        }
    }

    private void content(int type, PacketView message, int length) {
        switch (type) {
            case UNREACHABLE -> {
                if (!unreachable(message)) {
                    unknown(message, length);
                    return;
                }
            }
            case 2 -> out.print(", mtu ", message.u32(4));
            case 3 -> timeExceeded(message);
            case 4 -> parameterProblem(message);
            case 128, 129 -> out.print(", id ", message.u16(4), ", seq ", message.u16(6));
            case QUERY -> multicast.query(message, length);
            case 131, 132 -> multicast.report(message, length);
            case REPORT2 -> multicast.report2(message, length);
            case ROUTER_SOLICITATION -> options(message, 8, length);
            case ROUTER_ADVERTISEMENT -> {
                routerAdvertisement(message);
                options(message, 16, length);
            }
            case NEIGHBOR_SOLICITATION -> {
                out.print(", who has ", host(message, 8));
                options(message, 24, length);
            }
            case NEIGHBOR_ADVERTISEMENT -> {
                out.print(", tgt is ", host(message, 8));
                out.print(out.verbose() ? ", Flags [" + advertisementFlags(message.u8(4)) + "]" : "");
                options(message, 24, length);
            }
            case REDIRECT -> {
                out.print(", ", host(message, 24), " to ", host(message, 8));
                options(message, 40, length);
            }
            default -> {
                out.print(out.verbose() ? "" : ", length " + length);
                unknown(message, length);
                return;
            }
        }
        out.print(out.verbose() ? "" : ", length " + length);
    }

    private void unknown(PacketView message, int length) {
        if (!out.veryVerbose()) {
            hex.plain("\n\t", message.copy(length));
        }
    }

    private String host(PacketView message, int at) {
        return out.names().host(message.ipv6(at));
    }

    private void options(PacketView message, int at, int length) {
        if (out.verbose()) {
            options.print(message.from(at), length - at);
        }
    }

    private boolean unreachable(PacketView message) {
        PacketView quoted = message.from(8);
        int code = message.u8(1);
        switch (code) {
            case 0 -> out.print(", unreachable route ", host(quoted, 24));
            case 1 -> {
                out.print(",  unreachable prohibited");
                out.print(" ", host(quoted, 24));
            }
            case 2 -> out.print(", beyond scope ", host(quoted, 24), ", source address ", host(quoted, 8));
            case 3 -> out.print(", unreachable address ", host(quoted, 24));
            case 4 -> unreachablePort(quoted);
            default -> {
                out.print(", unknown unreach code (", code, ")");
                return false;
            }
        }
        return true;
    }

    private void unreachablePort(PacketView quoted) {
        int protocol = quoted.u8(6);
        out.print(", unreachable port");
        if (protocol != 6 && protocol != 17) {
            throw new TruncatedPacket();
        }
        String name = protocol == 6 ? "tcp" : "udp";
        out.print(", ", host(quoted, 24), " ", name, " port ", out.names().port(quoted.u16(42), name));
    }

    private void timeExceeded(PacketView message) {
        int code = message.u8(1);
        switch (code) {
            case 0 -> out.print(" for ", host(message.from(8), 24));
            case 1 -> out.print(" (reassembly)");
            default -> out.print(", unknown code (", code, ")");
        }
    }

    private void parameterProblem(PacketView message) {
        int code = message.u8(1);
        message.need(48);
        String[] causes = {"erroneous", "next header", "option", "incomplete header chain"};
        if (code < causes.length) {
            out.print(", ", causes[code], " - octet ", message.u32(4));
        } else {
            out.print(", code-#", code);
        }
    }

    private static String advertisementFlags(int bits) {
        String flags = ((bits & 0x80) != 0 ? ", router" : "")
                + ((bits & 0x40) != 0 ? ", solicited" : "")
                + ((bits & 0x20) != 0 ? ", override" : "");
        return flags.isEmpty() ? "none" : flags.substring(2);
    }

    private void routerAdvertisement(PacketView message) {
        if (!out.verbose()) {
            return;
        }
        int bits = message.u8(5);
        String flags = ((bits & 0x80) != 0 ? ", managed" : "")
                + ((bits & 0x40) != 0 ? ", other stateful" : "")
                + ((bits & 0x20) != 0 ? ", home agent" : "");
        String[] preferences = {"medium", "high", "*", "low"};
        out.print("\n\thop limit ", message.u8(4), ", Flags [", flags.isEmpty() ? "none" : flags.substring(2), "]");
        out.print(", pref ", preferences[bits >>> 3 & 3], ", router lifetime ", message.u16(6), "s");
        out.print(", reachable time ", message.u32(8), "ms, retrans timer ", message.u32(12), "ms");
    }
}
