package org.vethlab.program.tcpdump;

import java.util.Map;

/** The options of TCP (RFC 9293, RFC 7323, RFC 2018). */
final class TcpOptions {
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int SEGMENT_SIZE = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SELECTIVE_ACKNOWLEDGMENT = 5;
    private static final int TIMESTAMP = 8;
    private static final int EXPERIMENT = 254;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(END, "eol"),
            Map.entry(NO_OPERATION, "nop"),
            Map.entry(SEGMENT_SIZE, "mss"),
            Map.entry(WINDOW_SCALE, "wscale"),
            Map.entry(4, "sackOK"),
            Map.entry(SELECTIVE_ACKNOWLEDGMENT, "sack"),
            Map.entry(6, "echo"),
            Map.entry(7, "echoreply"),
            Map.entry(TIMESTAMP, "TS"),
            Map.entry(11, "cc"),
            Map.entry(12, "ccnew"),
            Map.entry(13, "ccecho"),
            Map.entry(19, "md5"),
            Map.entry(20, "scps"),
            Map.entry(28, "uto"),
            Map.entry(29, "tcp-ao"),
            Map.entry(30, "mptcp"),
            Map.entry(34, "tfo"),
            Map.entry(EXPERIMENT, "exp"));

    private final Printout out;

    TcpOptions(Printout out) {
        this.out = out;
    }

    /**
     * @param acknowledgmentBase what selective acknowledgments are counted from
     * @return false if they are bad, after which nothing more is printed
     */
    boolean print(PacketView options, int length, long acknowledgmentBase) {
        out.print(", options [");
        int at = 0;
        while (at < length) {
            out.print(at > 0 ? "," : "");
            int type = options.u8(at);
            boolean single = type == END || type == NO_OPERATION;
            int size = single ? 1 : at + 1 < length ? options.u8(at + 1) : 0;
            if (size < (single ? 1 : 2) || at + size > length) {
                return bad(at);
            }
            out.print(NAMES.getOrDefault(type, "unknown-" + type));
            if (!single && !value(type, options.from(at + 2), size - 2, acknowledgmentBase)) {
                return bad(at);
            }
            at += size;
            if (type == END) {
                break;
            }
        }
        out.print("]");
        return true;
    }

    private boolean bad(int at) {
        out.print("[bad opt]", at > 0 ? "]" : "");
        return false;
    }

    private boolean value(int type, PacketView value, int length, long base) {
        switch (type) {
            case SEGMENT_SIZE:
                return number(length, 2, () -> value.u16(0));
            case WINDOW_SCALE:
                return number(length, 1, () -> value.u8(0));
            case 11, 12, 13:
                return number(length, 4, () -> value.u32(0));
            case SELECTIVE_ACKNOWLEDGMENT:
                selective(value, length, base);
                return true;
            case TIMESTAMP:
                if (length < 8) {
                    return false;
                }
                out.print(" val ", value.u32(0), " ecr ", value.u32(4), length > 8 ? "[len " + (length + 2) + "]" : "");
                return true;
            case 4:
                out.print(length > 0 ? "[len " + (length + 2) + "]" : "");
                return true;
            case EXPERIMENT:
                if (length < 2) {
                    return false;
                }
                out.print("-", String.format("%04x", value.u16(0)));
                return true;
            default:
                for (int i = 0; i < length; i++) {
                    out.print(i == 0 ? " 0x" : "", String.format("%02x", value.u8(i)));
                }
                return true;
        }
    }

    private boolean number(int length, int expected, java.util.function.LongSupplier value) {
        if (length < expected) {
            return false;
        }
        out.print(" ", value.getAsLong(), length > expected ? "[len " + (length + 2) + "]" : "");
        return true;
    }

    private void selective(PacketView value, int length, long base) {
        if (length % 8 != 0) {
            out.print(" invalid sack");
            return;
        }
        out.print(" ", length / 8, " ");
        for (int i = 0; i < length; i += 8) {
            out.print("{", value.u32(i) - base & 0xffff_ffffL, ":", value.u32(i + 4) - base & 0xffff_ffffL, "}");
        }
    }
}
