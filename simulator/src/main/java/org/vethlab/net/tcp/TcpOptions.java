package org.vethlab.net.tcp;

import java.util.OptionalInt;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.TcpSegment;

/**
 * The options that Linux uses (RFC 9293, 3.1; RFC 7323; RFC 2018).
 *
 * @param mss 0 if it is not said
 * @param windowScale empty if it is not said
 * @param timestamp TSval; meaningful if {@code timestamps}
 * @param echo TSecr
 */
record TcpOptions(
        int mss, OptionalInt windowScale, boolean sackPermitted, boolean timestamps, long timestamp, long echo) {
    static final TcpOptions NONE = new TcpOptions(0, OptionalInt.empty(), false, false, 0, 0);

    /** Bytes of a time stamp with the two NOPs before it. */
    static final int TIMESTAMP_LENGTH = 12;

    private static final int END = 0;
    private static final int NOP = 1;
    private static final int MSS = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int TIMESTAMP = 8;
    private static final int MAX_WINDOW_SCALE = 14;

    /** What a segment says; what is cut short or unknown counts as not said. */
    static TcpOptions of(TcpSegment segment) {
        TcpOptions options = NONE;
        ByteReader in = new ByteReader(segment.options());
        while (in.remaining() > 0) {
            int kind = in.u8();
            if (kind == END) {
                break;
            }
            if (kind == NOP) {
                continue;
            }
            int length = in.remaining() > 0 ? in.u8() - 2 : -1;
            if (length < 0 || length > in.remaining()) {
                break;
            }
            options = options.with(kind, new ByteReader(in.bytes(length)));
        }
        return options;
    }

    private TcpOptions with(int kind, ByteReader body) {
        return switch (kind) {
            case MSS ->
                body.remaining() == 2
                        ? new TcpOptions(body.u16(), windowScale, sackPermitted, timestamps, timestamp, echo)
                        : this;
            case WINDOW_SCALE ->
                body.remaining() == 1
                        ? new TcpOptions(
                                mss,
                                OptionalInt.of(Math.min(MAX_WINDOW_SCALE, body.u8())),
                                sackPermitted,
                                timestamps,
                                timestamp,
                                echo)
                        : this;
            case SACK_PERMITTED -> new TcpOptions(mss, windowScale, true, timestamps, timestamp, echo);
            case TIMESTAMP ->
                body.remaining() == 8
                        ? new TcpOptions(mss, windowScale, sackPermitted, true, unsigned(body), unsigned(body))
                        : this;
            default -> this;
        };
    }

    private static long unsigned(ByteReader body) {
        return body.u32() & 0xffff_ffffL;
    }

    /** In the order in which Linux writes them (tcp_options_write): without time stamps NOPs fill the gaps. */
    byte[] bytes() {
        ByteWriter out = new ByteWriter(24);
        if (mss > 0) {
            out.u8(MSS).u8(4).u16(mss);
        }
        if (timestamps) {
            if (sackPermitted) {
                out.u8(SACK_PERMITTED).u8(2);
            } else {
                out.u8(NOP).u8(NOP);
            }
            out.u8(TIMESTAMP).u8(10).u32((int) timestamp).u32((int) echo);
        } else if (sackPermitted) {
            out.u8(NOP).u8(NOP).u8(SACK_PERMITTED).u8(2);
        }
        windowScale.ifPresent(shift -> out.u8(NOP).u8(WINDOW_SCALE).u8(3).u8(shift));
        return out.toByteArray();
    }
}
