package org.vethlab.program.tcpdump;

import java.util.Map;

/** The options of IPv4: record route, source routes, time stamps, router alert. */
final class Ipv4Options {
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int TIMESTAMP = 68;
    private static final int ROUTER_ALERT = 148;

    private static final Map<Integer, String> NAMES = Map.of(
            END,
            "EOL",
            NO_OPERATION,
            "NOP",
            7,
            "RR",
            TIMESTAMP,
            "timestamp",
            130,
            "security",
            131,
            "LSRR",
            137,
            "SSRR",
            ROUTER_ALERT,
            "RA",
            82,
            "traceroute");

    private final Printout out;

    Ipv4Options(Printout out) {
        this.out = out;
    }

    void print(PacketView options, int length) {
        int at = 0;
        while (at < length) {
            out.print(at == 0 ? "" : ",");
            int type = options.u8(at);
            out.print(NAMES.getOrDefault(type, "unknown " + type));
            if (type == END) {
                return;
            }
            int size = type == NO_OPERATION ? 1 : options.u8(at + 1);
            if (type != NO_OPERATION && (size < 2 || at + size > length)) {
                out.print(size < 2 ? " [bad length " + size + "]" : isRoute(type) ? " [bad length " + size + "]" : "");
                return;
            }
            if (type != NO_OPERATION) {
                value(type, options.from(at), size);
            }
            at += size;
        }
    }

    private static boolean isRoute(int type) {
        return type == 7 || type == 131 || type == 137;
    }

    private void value(int type, PacketView option, int size) {
        switch (type) {
            case TIMESTAMP -> timestamps(option, size);
            case 7, 131, 137 -> route(option, size);
            case ROUTER_ALERT -> {
                if (size != 4) {
                    out.print(" [bad length ", size, "]");
                } else if (option.u16(2) != 0) {
                    out.print(" value ", option.u16(2));
                }
            }
            default -> {}
        }
    }

    /** The pointer counts from 1 and tells where the next address goes: those before it are followed by a comma. */
    private void route(PacketView option, int size) {
        if (size < 3 || (size + 1 & 3) != 0) {
            out.print(" [bad length ", size, "]");
            return;
        }
        int pointer = option.u8(2) - 1;
        if (pointer < 3 || (pointer + 1 & 3) != 0) {
            out.print(" [bad ptr ", option.u8(2), "]");
        }
        for (int at = 3; at + 4 <= size; at += 4) {
            out.print(" ", out.names().host(option.ipv4(at)), pointer > at ? "," : "");
        }
    }

    private void timestamps(PacketView option, int size) {
        if (size < 4) {
            out.print("[bad length ", size, "]");
            return;
        }
        int flags = option.u8(3) & 15;
        int hop = flags == 0 ? 4 : 8;
        int pointer = option.u8(2) - 1;
        out.print(" TS{");
        out.print(
                flags == 0
                        ? "TSONLY"
                        : flags == 1 ? "TS+ADDR" : flags == 3 ? "PRESPEC" : "[bad ts type " + flags + "]");
        int at = 4;
        for (; at + hop <= size; at += hop) {
            out.print(at == pointer ? " ^ " : " ", option.u32(at + hop - 4), "@");
            out.print(hop == 8 ? out.names().host(option.ipv4(at)) : "");
        }
        out.print(at == pointer ? " ^ " : "");
        int overflow = option.u8(3) >>> 4;
        out.print(overflow > 0 ? " [" + overflow + " hops not recorded]} " : "}");
    }
}
