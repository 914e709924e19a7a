package org.vethlab.program.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/** Questions to a name server (domain_print). Whatever goes to the port is read as one. */
final class DomainName {
    static final int PORT = 53;
    static final int MULTICAST_PORT = 5353;

    private static final int HEADER = 12;
    private static final int MARKS = 0xc0;
    private static final int INTERNET = 1;
    private static final String[] OPERATIONS = {
        "",
        " inv_q",
        " stat",
        " op3",
        " notify",
        " update",
        " op6",
        " op7",
        " op8",
        " updateA",
        " updateD",
        " updateDA",
        " updateM",
        " updateMA",
        " zoneInit",
        " zoneRef"
    };
    private static final String[] RESULTS = {
        "",
        " FormErr",
        " ServFail",
        " NXDomain",
        " NotImp",
        " Refused",
        " YXDomain",
        " YXRRSet",
        " NXRRSet",
        " NotAuth",
        " NotZone",
        " Resp11",
        " Resp12",
        " Resp13",
        " Resp14",
        " NoChange"
    };
    private static final Map<Integer, String> TYPES = Map.of(
            1, "A", 2, "NS", 5, "CNAME", 6, "SOA", 12, "PTR", 15, "MX", 16, "TXT", 28, "AAAA", 33, "SRV", 255, "ANY");

    private final Printout out;

    DomainName(Printout out) {
        this.out = out;
    }

    void print(PacketView data, int length) {
        out.enter("domain");
        if (length < HEADER) {
            out.print("domain [length ", length, " < ", HEADER, "] (invalid)");
            return;
        }
        data.need(HEADER);
        int flags = data.u16(2);
        out.print(data.u16(0), OPERATIONS[flags >>> 11 & 15]);
        boolean whole = (flags & 0x8000) != 0 ? answer(data, flags) : question(data, flags);
        if (whole) {
            out.print(" (", length, ")");
        } else {
            out.truncated();
        }
    }

    private boolean answer(PacketView data, int flags) {
        out.print(RESULTS[flags & 15], (flags & 0x400) != 0 ? "*" : "", (flags & 0x80) != 0 ? "" : "-");
        out.print((flags & 0x200) != 0 ? "|" : "", (flags & 0x20) != 0 ? "$" : "");
        out.print(data.u16(4) == 1 ? "" : " [" + data.u16(4) + "q]");
        out.print(" ", data.u16(6), "/", data.u16(8), "/", data.u16(10));
        return true;
    }

    private boolean question(PacketView data, int flags) {
        out.print((flags & 0x100) != 0 ? "+" : "", (flags & 0x10) != 0 ? "%" : "");
        out.print((flags & 0x6cf) != 0 ? " [b2&3=0x" + Integer.toHexString(flags) + "]" : "");
        int questions = data.u16(4);
        out.print(data.u16(6) == 0 ? "" : " [" + data.u16(6) + "a]", questions == 1 ? "" : " [" + questions + "q]");
        out.print(
                data.u16(8) == 0 ? "" : " [" + data.u16(8) + "n]",
                data.u16(10) == 0 ? "" : " [" + data.u16(10) + "au]");
        if (questions == 0) {
            return true;
        }
        StringBuilder name = new StringBuilder();
        OptionalInt end = name(data, name);
        if (end.isEmpty() || !data.has(end.getAsInt() + 4)) {
            return false;
        }
        int type = data.u16(end.getAsInt());
        int space = data.u16(end.getAsInt() + 2);
        out.print(" ", TYPES.getOrDefault(type, "Type" + type), space == INTERNET ? "" : " (Class " + space + ")");
        out.print("? ", name);
        return true;
    }

    /** The name behind the header. @return where it ends; empty if it does not, or goes on elsewhere */
    private static OptionalInt name(PacketView data, StringBuilder name) {
        int at = HEADER;
        while (data.has(at + 1) && (data.u8(at) & MARKS) == 0) {
            int length = data.u8(at++);
            if (length == 0) {
                name.append(name.length() == 0 ? "." : "");
                return OptionalInt.of(at);
            }
            if (!data.has(at + length)) {
                return OptionalInt.empty();
            }
            name.append(new String(data.from(at).copy(length), StandardCharsets.ISO_8859_1))
                    .append('.');
            at += length;
        }
        return OptionalInt.empty();
    }
}
