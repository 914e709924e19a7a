package org.vethlab.program.tcpdump;

/** Multicast listener discovery (RFC 2710, RFC 3810): the first thing that a device says when it comes up. */
final class MulticastListener {
    private static final String[] RECORDS = {"", "is_in", "is_ex", "to_in", "to_ex", "allow", "block"};

    private final Printout out;

    MulticastListener(Printout out) {
        this.out = out;
    }

    void query(PacketView message, int length) {
        if (length == 24) {
            report(message, length);
            return;
        }
        if (length < 28) {
            out.print(" unknown-version (len ", length, ") ");
            return;
        }
        out.print(" v2");
        if (out.verbose()) {
            out.print(" [max resp delay=", delay(message.u16(4)), "]");
        }
        out.print(" [gaddr ", out.names().host(message.ipv6(8)));
        if (out.verbose()) {
            int bits = message.u8(24);
            out.print((bits & 8) != 0 ? " sflag" : "");
            out.print((bits & 7) != 0 ? " robustness=" + (bits & 7) : "");
            out.print(" qqi=", interval(message.u8(25)));
        }
        sources(message, 26, 28, true);
        out.print("]");
    }

    /** Above 32767 the number has a mantissa and an exponent (RFC 3810, 5.1.3). */
    private static long delay(int code) {
        return code < 32768 ? code : (long) (code & 0xfff | 0x1000) << (code >>> 12 & 7) + 3;
    }

    private static int interval(int code) {
        return code < 128 ? code : (code & 15 | 16) << (code >>> 4 & 7) + 3;
    }

    void report(PacketView message, int length) {
        if (length < 24) {
            return;
        }
        out.print("max resp delay: ", message.u16(4), " addr: ", out.names().host(message.ipv6(8)));
    }

    void report2(PacketView message, int length) {
        int groups = message.u16(6);
        out.print(", ", groups, " group record(s)");
        if (!out.verbose()) {
            return;
        }
        int at = 8;
        for (int i = 0; i < groups; i++) {
            if (length < at + 20) {
                out.print(" [invalid number of groups]");
                return;
            }
            int sources = message.u16(at + 2);
            int type = message.u8(at);
            out.print(" [gaddr ", out.names().host(message.ipv6(at + 4)), " ");
            out.print(type > 0 && type < RECORDS.length ? RECORDS[type] : " [v2-report-#" + type + "]");
            if (length < at + 20 + 16 * sources) {
                out.print(" [invalid number of sources ", sources, "]");
                return;
            }
            sources(message, at + 2, at + 20, false);
            out.print("]");
            at += 20 + 16 * sources;
        }
    }

    /** @param silentIfNone a query without sources does not say so */
    private void sources(PacketView message, int countAt, int at, boolean silentIfNone) {
        int count = message.u16(countAt);
        if (count == 0 && silentIfNone) {
            return;
        }
        if (!out.veryVerbose()) {
            out.print(", ", count, " source(s)");
            return;
        }
        out.print(" {");
        for (int i = 0; i < count; i++) {
            out.print(" ", out.names().host(message.ipv6(at + 16 * i)));
        }
        out.print(" }");
    }
}
