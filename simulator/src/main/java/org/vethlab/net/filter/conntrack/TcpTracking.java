package org.vethlab.net.filter.conntrack;

import static org.vethlab.net.filter.conntrack.TcpState.CLOSE;
import static org.vethlab.net.filter.conntrack.TcpState.CLOSE_WAIT;
import static org.vethlab.net.filter.conntrack.TcpState.ESTABLISHED;
import static org.vethlab.net.filter.conntrack.TcpState.FIN_WAIT;
import static org.vethlab.net.filter.conntrack.TcpState.LAST_ACK;
import static org.vethlab.net.filter.conntrack.TcpState.NONE;
import static org.vethlab.net.filter.conntrack.TcpState.SYN_RECV;
import static org.vethlab.net.filter.conntrack.TcpState.SYN_SENT;
import static org.vethlab.net.filter.conntrack.TcpState.SYN_SENT2;
import static org.vethlab.net.filter.conntrack.TcpState.TIME_WAIT;

import java.util.Optional;
import org.vethlab.wire.TcpSegment;

/** What segments do to the state of a connection (net/netfilter/nf_conntrack_proto_tcp.c), windows not considered. */
final class TcpTracking {
    private TcpTracking() {}

    /** The state in which a connection begins that is first seen with this segment; empty if it cannot begin so. */
    static Optional<TcpState> begin(TcpSegment segment) {
        if (segment.has(TcpSegment.RST)) {
            return Optional.empty();
        }
        if (segment.has(TcpSegment.SYN)) {
            return segment.has(TcpSegment.ACK) ? Optional.empty() : Optional.of(SYN_SENT);
        }
        return segment.has(TcpSegment.FIN) || segment.has(TcpSegment.ACK)
                ? Optional.of(segment.has(TcpSegment.FIN) ? FIN_WAIT : ESTABLISHED)
                : Optional.empty();
    }

    /** The state after a segment; empty if the segment does not fit (it is invalid then). */
    static Optional<TcpState> next(TcpState state, TcpSegment segment, boolean reply) {
        if (segment.has(TcpSegment.RST)) {
            return state == NONE ? Optional.empty() : Optional.of(CLOSE);
        }
        if (segment.has(TcpSegment.SYN)) {
            boolean acknowledges = segment.has(TcpSegment.ACK);
            return acknowledges ? synAck(state, reply) : syn(state, reply);
        }
        if (segment.has(TcpSegment.FIN)) {
            return fin(state);
        }
        return segment.has(TcpSegment.ACK) ? ack(state, reply) : Optional.empty();
    }

    /** Surprising: an old connection's SYN does not change its state, but a closed one begins again. */
    private static Optional<TcpState> syn(TcpState state, boolean reply) {
        if (reply) {
            return switch (state) {
                case SYN_SENT, SYN_SENT2 -> Optional.of(SYN_SENT2);
                case TIME_WAIT, CLOSE -> Optional.of(SYN_SENT);
                case NONE -> Optional.empty();
                default -> Optional.of(state);
            };
        }
        return switch (state) {
            case NONE, SYN_SENT, TIME_WAIT, CLOSE -> Optional.of(SYN_SENT);
            case SYN_SENT2 -> Optional.of(SYN_SENT2);
            default -> Optional.of(state);
        };
    }

    private static Optional<TcpState> synAck(TcpState state, boolean reply) {
        if (!reply) {
            return switch (state) {
                case SYN_SENT2, SYN_RECV -> Optional.of(SYN_RECV);
                case NONE, SYN_SENT -> Optional.empty();
                default -> Optional.of(state);
            };
        }
        return switch (state) {
            case SYN_SENT, SYN_SENT2, SYN_RECV -> Optional.of(SYN_RECV);
            case NONE -> Optional.empty();
            default -> Optional.of(state);
        };
    }

    private static Optional<TcpState> fin(TcpState state) {
        return switch (state) {
            case SYN_RECV, ESTABLISHED -> Optional.of(FIN_WAIT);
            case FIN_WAIT, CLOSE_WAIT, LAST_ACK -> Optional.of(LAST_ACK);
            case TIME_WAIT, CLOSE -> Optional.of(state);
            default -> Optional.empty();
        };
    }

    private static Optional<TcpState> ack(TcpState state, boolean reply) {
        return switch (state) {
            case NONE, SYN_SENT2 -> Optional.empty();
            case SYN_SENT -> reply ? Optional.of(SYN_SENT) : Optional.empty();
            case SYN_RECV -> Optional.of(reply ? SYN_RECV : ESTABLISHED);
            case ESTABLISHED -> Optional.of(ESTABLISHED);
            case FIN_WAIT, CLOSE_WAIT -> Optional.of(CLOSE_WAIT);
            case LAST_ACK, TIME_WAIT -> Optional.of(TIME_WAIT);
            case CLOSE -> Optional.of(CLOSE);
        };
    }
}
