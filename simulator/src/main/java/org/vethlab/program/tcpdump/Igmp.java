package org.vethlab.program.tcpdump;

import java.util.Locale;
import java.util.Map;

/** IGMP (RFC 1112, 2236, 3376). */
final class Igmp {
    private static final int QUERY = 0x11;
    private static final int V1_REPORT = 0x12;
    private static final int V2_REPORT = 0x16;
    private static final int LEAVE = 0x17;
    private static final int V3_REPORT = 0x22;

    private static final int V2_LENGTH = 8;
    private static final int V3_QUERY_LENGTH = 12;

    /** Tenths of a second that need not be said. */
    private static final int USUAL_RESPONSE_TIME = 100;

    private static final Map<Integer, String> RECORDS =
            Map.of(1, "is_in", 2, "is_ex", 3, "to_in", 4, "to_ex", 5, "allow", 6, "block");

    private final Printout out;

    Igmp(Printout out) {
        this.out = out;
    }

    void print(IpPayloadView payload) {
        out.enter("igmp");
        PacketView message = payload.bytes();
        int length = payload.length();
        int type = message.u8(0);
        switch (type) {
            case QUERY -> query(message, length);
            case V1_REPORT -> group("v1 report", message, length);
            case V2_REPORT -> group("v2 report", message, length);
            case LEAVE -> group("leave", message, length);
            case V3_REPORT -> report(message);
            default -> out.print("[igmp type ", type, "]");
        }
    }

    private void group(String what, PacketView message, int length) {
        out.print("igmp ", what, " ", out.names().host(message.ipv4(4)));
        if (length != V2_LENGTH) {
            out.print(" [len ", length, "]");
        }
    }

    private void query(PacketView message, int length) {
        out.print("igmp query");
        int code = message.u8(1);
        if (length >= V3_QUERY_LENGTH) {
            out.print(" v3");
            if (code != USUAL_RESPONSE_TIME) {
                out.print(" [max resp time ", String.format(Locale.ROOT, "%.1fs", responseTime(code) * 0.1), "]");
            }
            if (message.u32(4) != 0) {
                out.print(" [gaddr ", out.names().host(message.ipv4(4)), "]");
            }
            return;
        }
        out.print(code == 0 ? " v1" : " v2");
        if (code != 0 && code != USUAL_RESPONSE_TIME) {
            out.print(" [max resp time ", code, "]");
        }
        if (message.u32(4) != 0) {
            out.print(" [gaddr ", out.names().host(message.ipv4(4)), "]");
        }
    }

    /** From 128 on a floating-point number (RFC 3376, section 4.1.1). */
    private static int responseTime(int code) {
        return code < 128 ? code : (code & 0x0f | 0x10) << ((code & 0x70) >> 4) + 3;
    }

    private void report(PacketView message) {
        int records = message.u16(6);
        out.print("igmp v3 report, ", records, " group record(s)");
        if (!out.verbose()) {
            return;
        }
        int at = 8;
        for (int i = 0; i < records; i++) {
            int sources = message.u16(at + 2);
            out.print(" [gaddr ", out.names().host(message.ipv4(at + 4)));
            out.print(" ", RECORDS.getOrDefault(message.u8(at), " [v3-report-#" + message.u8(at) + "]"));
            out.print(out.veryVerbose() ? sources(message, at, sources) : ", " + sources + " source(s)");
            out.print("]");
            at += 8 + 4 * sources;
        }
    }

    private String sources(PacketView message, int record, int count) {
        StringBuilder text = new StringBuilder(" {");
        for (int i = 0; i < count; i++) {
            text.append(' ').append(out.names().host(message.ipv4(record + 8 + 4 * i)));
        }
        return text.append(" }").toString();
    }
}
