package org.vethlab.net.tcp;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.wire.TcpSegment;

/** What a connection makes of the segments that come, state by state (RFC 9293, 3.10.7; tcp_input.c). */
final class SegmentInput {
    private final TcpConnection connection;
    private final TcpStack stack;
    private final Transmitter out;
    private final Receiver in;

    SegmentInput(TcpConnection connection) {
        this.connection = connection;
        this.stack = connection.stack();
        this.out = connection.out();
        this.in = connection.in();
    }

    void receive(TransportPacket arrival, TcpSegment segment) {
        switch (connection.state()) {
            case SYN_SENT -> synSent(segment);
            case SYN_RECV -> synReceived(segment);
            case TIME_WAIT -> timeWait(arrival, segment);
            case CLOSE, LISTEN -> stack.reset(arrival, segment);
            default -> established(segment);
        }
    }

    private void synSent(TcpSegment segment) {
        boolean acknowledges =
                segment.has(TcpSegment.ACK) && Sequence.near(out.next(), segment.acknowledgment()) == out.next();
        if (segment.has(TcpSegment.RST)) {
            if (acknowledges) {
                stack.count(Counter.TcpAttemptFails);
                connection.fail(Errno.ECONNREFUSED);
            }
            return;
        }
        if (!segment.has(TcpSegment.SYN) || !acknowledges) {
            return;
        }
        connection.established(segment);
    }

    private void synReceived(TcpSegment segment) {
        long sequence = in.sequenceOf(segment);
        if (segment.has(TcpSegment.RST)) {
            if (sequence == in.next()) {
                stack.count(Counter.TcpAttemptFails);
                connection.finish();
            }
            return;
        }
        if (segment.has(TcpSegment.SYN)) {
            connection.sendSyn();
            return;
        }
        boolean acknowledges =
                segment.has(TcpSegment.ACK) && Sequence.near(out.next(), segment.acknowledgment()) == out.next();
        Optional<TcpListener> listening = connection.parent();
        if (!acknowledges || listening.isEmpty() || !listening.get().hasRoom()) {
            return;
        }
        out.acknowledge(out.next(), false);
        out.window(segment.window(), true);
        stack.count(Counter.TcpPassiveOpens);
        connection.enter(TcpState.ESTABLISHED);
        listening.get().completed(connection);
        established(segment);
    }

    private void timeWait(TransportPacket arrival, TcpSegment segment) {
        long sequence = in.sequenceOf(segment);
        if (segment.has(TcpSegment.RST)) {
            connection.forget();
        } else if (segment.has(TcpSegment.SYN) && !segment.has(TcpSegment.ACK) && sequence > in.next()) {
            connection.forget();
            stack.receive(arrival);
        } else if (segment.has(TcpSegment.FIN) || segment.data().length > 0) {
            connection.sendAck();
            connection.lastTimer().start(TcpConnection.TIME_WAIT);
        }
    }

    private void established(TcpSegment segment) {
        long sequence = in.sequenceOf(segment);
        long end = sequence + segment.data().length;
        TcpOptions options = connection.segments().hasTimestamps() ? TcpOptions.of(segment) : TcpOptions.NONE;
        if (!in.accepts(sequence, end)) {
            challenge(segment);
            return;
        }
        if (segment.has(TcpSegment.RST)) {
            wasReset(sequence);
            return;
        }
        if (segment.has(TcpSegment.SYN)) {
            challenge(segment);
            return;
        }
        if (!segment.has(TcpSegment.ACK)) {
            return;
        }
        in.noteTimestamp(sequence, options);
        if (acknowledged(segment)) {
            received(segment, sequence, end);
        }
    }

    /** A segment from elsewhere in the sequence space is answered by how things stand (RFC 5961). */
    private void challenge(TcpSegment segment) {
        if (!segment.has(TcpSegment.RST)) {
            connection.sendAck();
        }
    }

    private void wasReset(long sequence) {
        if (sequence != in.next()) {
            connection.sendAck();
            return;
        }
        stack.count(Counter.TcpEstabResets);
        connection.fail(connection.state() == TcpState.CLOSE_WAIT ? Errno.EPIPE : Errno.ECONNRESET);
    }

    /** @return whether the rest of the segment is to be looked at */
    private boolean acknowledged(TcpSegment segment) {
        long acknowledgment = Sequence.near(out.unacknowledged(), segment.acknowledgment());
        if (acknowledgment > out.highest()) {
            connection.sendAck();
            return false;
        }
        boolean bare = segment.data().length == 0 && !segment.has(TcpSegment.FIN);
        out.window(segment.window(), true);
        boolean fresh = out.acknowledge(acknowledgment, bare);
        if (out.isFinAcknowledged()) {
            return finArrived();
        }
        out.push();
        if (fresh) {
            connection.wake();
        }
        return true;
    }

    private boolean finArrived() {
        switch (connection.state()) {
            case FIN_WAIT1 -> {
                connection.enter(TcpState.FIN_WAIT2);
                connection.wake();
                if (connection.isOrphan()) {
                    connection.lastTimer().start(stack.parameters().finTimeout());
                }
            }
            case CLOSING -> connection.enterTimeWait();
            case LAST_ACK -> {
                connection.finish();
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void received(TcpSegment segment, long sequence, long end) {
        boolean news = false;
        if (segment.data().length > 0 && connection.state().receives()) {
            if (connection.isOrphan()) {
                stack.count(Counter.TcpOutRsts);
                connection.send(TcpSegment.RST, out.next(), new byte[0]);
                connection.finish();
                return;
            }
            news = in.take(sequence, segment.data());
        }
        boolean early = end > in.next();
        if (segment.has(TcpSegment.FIN) && end == in.next()) {
            finReceived();
            news = true;
        }
        if (connection.state() != TcpState.CLOSE) {
            in.acknowledgeIfDue(early);
        }
        if (news) {
            connection.wake();
        }
    }

    private void finReceived() {
        switch (connection.state()) {
            case ESTABLISHED -> {
                in.skipFin();
                connection.enter(TcpState.CLOSE_WAIT);
            }
            case FIN_WAIT1 -> {
                in.skipFin();
                connection.sendAck();
                connection.enter(TcpState.CLOSING);
            }
            case FIN_WAIT2 -> {
                in.skipFin();
                connection.sendAck();
                connection.enterTimeWait();
            }
            default -> {}
        }
    }
}
