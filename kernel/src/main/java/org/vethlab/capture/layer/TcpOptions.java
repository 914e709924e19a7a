package org.vethlab.capture.layer;

import org.vethlab.wire.ByteReader;

/** The options of a TCP header (RFC 9293, 7323, 2018). */
final class TcpOptions {
    private TcpOptions() {}

    /** @return what the packet's line says of them */
    static String parse(ByteReader in, Dissection out) {
        StringBuilder told = new StringBuilder();
        while (in.remaining() > 0) {
            int kind = in.u8();
            if (kind == 0) {
                break;
            }
            if (kind == 1) {
                out.field("TCP Option", "No-Operation (NOP)");
            } else {
                option(kind, in.slice(in.u8() - 2), out, told);
            }
        }
        return told.toString();
    }

    private static void option(int kind, ByteReader in, Dissection out, StringBuilder told) {
        switch (kind) {
            case 2 -> {
                int size = in.u16();
                out.field("TCP Option", "Maximum segment size: " + size + " bytes");
                told.append(" MSS=").append(size);
            }
            case 3 -> {
                int shift = in.u8();
                out.field("TCP Option", "Window scale: " + shift + " (multiply by " + (1 << shift) + ")");
                told.append(" WS=").append(1 << shift);
            }
            case 4 -> {
                out.field("TCP Option", "SACK permitted");
                told.append(" SACK_PERM");
            }
            case 8 -> {
                String value = Integer.toUnsignedString(in.u32());
                String echo = Integer.toUnsignedString(in.u32());
                out.field("TCP Option", "Timestamps: TSval " + value + ", TSecr " + echo);
                told.append(" TSval=").append(value).append(" TSecr=").append(echo);
            }
            default -> out.field("TCP Option", "kind " + kind + ", " + (in.remaining() + 2) + " bytes");
        }
    }
}
