package org.vethlab.program.tcpdump;

import java.util.Map;

/** The options of neighbour discovery (RFC 4861, 4.6; RFC 8106). */
final class NeighbourOptions {
    private static final int PREFIX = 3;
    private static final int REDIRECTED = 4;
    private static final int MTU = 5;
    private static final int RDNSS = 25;
    private static final int DNSSL = 31;

    private static final Map<Integer, String> NAMES = Map.of(
            1,
            "source link-address",
            2,
            "destination link-address",
            PREFIX,
            "prefix info",
            REDIRECTED,
            "redirected header",
            MTU,
            "mtu",
            7,
            "advertisement interval",
            8,
            "homeagent information",
            24,
            "route info",
            RDNSS,
            "rdnss",
            DNSSL,
            "dnssl");

    private final Printout out;
    private final Hex hex;

    NeighbourOptions(Printout out, Hex hex) {
        this.out = out;
        this.hex = hex;
    }

    void print(PacketView options, int length) {
        for (int at = 0; at < length; ) {
            PacketView option = options.from(at);
            option.need(2);
            int type = option.u8(0);
            int size = option.u8(1) * 8;
            if (size == 0 || !option.has(size)) {
                throw new TruncatedPacket();
            }
            out.print("\n\t  ", NAMES.getOrDefault(type, "unknown"), " option (", type, "), length ", size);
            out.print(" (", option.u8(1), "): ");
            boolean known = value(type, option, size, options);
            byte[] content = option.from(2).copy(size - 2);
            if (out.veryVerbose()) {
                hex.plain("\n\t    ", content);
            } else if (!known) {
                hex.plain("\n\t  ", content);
            }
            at += size;
        }
    }

    private boolean value(int type, PacketView option, int size, PacketView all) {
        switch (type) {
            case 1, 2 -> linkAddress(option, size);
            case PREFIX -> prefix(option);
            // tcpdump shows as many bytes as the option has, but from the first option on
            case REDIRECTED -> hex.plain("\n\t    ", all.copy(size));
            case MTU -> out.print(" ", option.u32(4), size == 8 ? "" : ", bad option length " + size / 8);
            case RDNSS -> {
                out.print(" lifetime ", option.u32(4), "s,");
                for (int at = 8; at + 16 <= size; at += 16) {
                    out.print(" addr: ", out.names().host(option.ipv6(at)));
                }
            }
            case DNSSL -> searchList(option, size);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void linkAddress(PacketView option, int size) {
        for (int at = 2; at < size; at++) {
            out.print(at == 2 ? "" : ":", String.format("%02x", option.u8(at)));
        }
    }

    private void prefix(PacketView option) {
        int bits = option.u8(3);
        String flags = ((bits & 0x80) != 0 ? ", onlink" : "")
                + ((bits & 0x40) != 0 ? ", auto" : "")
                + ((bits & 0x20) != 0 ? ", router" : "");
        out.print(out.names().host(option.ipv6(16)), "/", option.u8(2));
        out.print(
                ", Flags [", flags.isEmpty() ? "none" : flags.substring(2), "], valid time ", lifetime(option.u32(4)));
        out.print(", pref. time ", lifetime(option.u32(8)));
    }

    private static String lifetime(long seconds) {
        return seconds == 0xffff_ffffL ? "infinity" : seconds + "s";
    }

    private void searchList(PacketView option, int size) {
        out.print(" lifetime ", option.u32(4), "s, domain(s):");
        for (int at = 8; at < size && option.u8(at) != 0; at++) {
            out.print(" ");
            for (; at < size && option.u8(at) != 0; at += option.u8(at) + 1) {
                for (int i = 1; i <= option.u8(at); i++) {
                    out.print((char) option.u8(at + i));
                }
                out.print(".");
            }
        }
    }
}
