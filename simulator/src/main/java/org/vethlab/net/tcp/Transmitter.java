package org.vethlab.net.tcp;

import org.vethlab.net.ipv4.Counter;
import org.vethlab.wire.TcpSegment;

/** The half of a connection that sends: what is under way, what waits, when it is sent again. */
final class Transmitter {
    private static final int DUPLICATES_FOR_LOSS = 3;

    private final TcpConnection connection;
    private final SendQueue queue = new SendQueue();
    private final RoundTrip roundTrip = new RoundTrip();
    private final CongestionWindow congestion = new CongestionWindow();
    private final TcpTimer retransmission;
    private final TcpTimer probe;
    private final long first;
    private long unacknowledged;
    private long next;
    private long highest;
    private long window;
    private int peerScale;
    private long lastSmall;
    private boolean finishing;
    private long timedSequence = -1;
    private long timedSince;
    private int retries;
    private int probes;
    private int duplicates;
    private long waitTime = RoundTrip.INITIAL;

    Transmitter(TcpConnection connection, long first) {
        this.connection = connection;
        this.first = first;
        this.unacknowledged = first;
        this.next = first;
        this.highest = first;
        this.retransmission = new TcpTimer(connection.clock(), this::timedOut);
        this.probe = new TcpTimer(connection.clock(), this::probeWindow);
        queue.start(first + 1);
    }

    SendQueue queue() {
        return queue;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    CongestionWindow congestion() {
        return congestion;
    }

    TcpTimer retransmission() {
        return retransmission;
    }

    TcpTimer probe() {
        return probe;
    }

    int retries() {
        return retries;
    }

    int probes() {
        return probes;
    }

    long next() {
        return next;
    }

    long highest() {
        return highest;
    }

    long unacknowledged() {
        return unacknowledged;
    }

    int peerScale() {
        return peerScale;
    }

    /** Bytes of data sent, repeated ones once. */
    long bytesSent() {
        return Math.max(0, Math.min(highest, queue.end()) - first - 1);
    }

    long bytesAcknowledged() {
        return Math.max(0, unacknowledged - first - 1);
    }

    void peerScale(int shift) {
        peerScale = shift;
    }

    void window(int field, boolean scaled) {
        window = scaled ? (long) field << peerScale : field;
    }

    /** How long the next wait would be, backed off as it is. */
    long waitTime() {
        return waitTime;
    }

    /** The FIN has been sent and its acknowledgment has come. */
    boolean isFinAcknowledged() {
        return finishing && unacknowledged == queue.end() + 1;
    }

    boolean isFinishing() {
        return finishing;
    }

    /** Sends the SYN or the SYN-ACK that opens the connection. */
    void open() {
        next = first + 1;
        highest = next;
        time(first);
        connection.sendSyn();
        waitTime = RoundTrip.INITIAL;
        retransmission.start(waitTime);
    }

    /** No more will be written: the FIN follows the last byte. */
    void finish() {
        finishing = true;
        push();
    }

    /** Sends what may be sent: the window, the congestion window and Nagle permitting (tcp_write_xmit). */
    void push() {
        boolean sent = true;
        while (sent && connection.state().isSynchronized()) {
            sent = sendNext();
        }
        watchWindow();
    }

    private boolean sendNext() {
        long end = queue.end();
        if (next > end || next == end && !finishing) {
            return false;
        }
        int size = connection.segmentSize();
        long allowed = unacknowledged + window - next;
        boolean room = (next - unacknowledged + size - 1) / size < congestion.segments();
        long length = Math.min(Math.min(size, end - next), Math.max(0, allowed));
        boolean last = next + length == end;
        if (!room || length == 0 && next < end || length < size && mustWait(length, last)) {
            return false;
        }
        send(next, (int) length, finishing && last);
        return true;
    }

    /** A small segment waits until the small one before it has arrived (Nagle as Minshall has it). */
    private boolean mustWait(long length, boolean last) {
        return length > 0 && !(finishing && last) && lastSmall > unacknowledged;
    }

    private void send(long sequence, int length, boolean fin) {
        byte[] data = queue.copy(sequence, length);
        boolean push = length > 0 && sequence + length == queue.end();
        if (length > 0 && length < connection.segmentSize()) {
            lastSmall = sequence + length;
        }
        time(sequence);
        next = Math.max(next, sequence + length + (fin ? 1 : 0));
        highest = Math.max(highest, next);
        int flags = TcpSegment.ACK | (push ? TcpSegment.PSH : 0) | (fin ? TcpSegment.FIN : 0);
        connection.send(flags, sequence, data);
        if (!retransmission.isPending()) {
            retransmission.start(waitTime);
        }
    }

    private void time(long sequence) {
        if (timedSequence < 0) {
            timedSequence = sequence;
            timedSince = connection.clock().now();
        }
    }

    /** An acknowledgment has come. @return whether it is new */
    boolean acknowledge(long acknowledgment, boolean bare) {
        if (acknowledgment <= unacknowledged) {
            countDuplicate(acknowledgment, bare);
            return false;
        }
        long arrived = acknowledgment - unacknowledged;
        unacknowledged = acknowledgment;
        next = Math.max(next, acknowledgment);
        if (timedSequence >= 0 && acknowledgment > timedSequence) {
            roundTrip.sample(connection.clock().now() - timedSince);
            timedSequence = -1;
        }
        waitTime = roundTrip.timeout();
        retries = 0;
        duplicates = 0;
        queue.acknowledge(Math.min(acknowledgment, queue.end()));
        if (arrived >= connection.segmentSize()) {
            congestion.acknowledged((int) (arrived / connection.segmentSize()));
        }
        if (unacknowledged < highest) {
            retransmission.start(waitTime);
        } else {
            retransmission.stop();
        }
        return true;
    }

    private void countDuplicate(long acknowledgment, boolean bare) {
        if (bare && acknowledgment == unacknowledged && next > unacknowledged) {
            duplicates++;
            if (duplicates == DUPLICATES_FOR_LOSS) {
                congestion.reduce();
                resendFirst();
            }
        }
    }

    /** What has been sent is taken to be lost: the first of it goes again, and the rest follows its acknowledgment. */
    void resendFirst() {
        timedSequence = -1;
        connection.stack().count(Counter.TcpRetransSegs);
        if (!connection.state().isSynchronized()) {
            connection.sendSyn();
            return;
        }
        long length = Math.min(connection.segmentSize(), queue.end() - unacknowledged);
        boolean fin = finishing && unacknowledged + Math.max(0, length) == queue.end() && highest > queue.end();
        send(unacknowledged, (int) Math.max(0, length), fin);
    }

    private void timedOut() {
        if (retries >= connection.mostRetries()) {
            connection.giveUp();
            return;
        }
        retries++;
        if (connection.state().isSynchronized()) {
            congestion.collapse();
            resendFirst();
            next = Math.min(next, unacknowledged + connection.segmentSize());
        } else {
            resendFirst();
        }
        boolean linear = connection.state() == TcpState.SYN_SENT && retries <= connection.linearRetries();
        waitTime = linear ? waitTime : Math.min(RoundTrip.MOST, waitTime * 2);
        retransmission.start(waitTime);
    }

    /** A closed window is asked after, lest its opening was told in a segment that got lost. */
    private void watchWindow() {
        boolean stuck = window == 0 && next < queue.end() && next == unacknowledged;
        if (!stuck) {
            probe.stop();
            probes = 0;
        } else if (!probe.isPending()) {
            probe.start(waitTime << Math.min(probes, 9));
        }
    }

    private void probeWindow() {
        probes++;
        connection.send(TcpSegment.ACK, unacknowledged - 1, new byte[0]);
        watchWindow();
    }

    void stop() {
        retransmission.stop();
        probe.stop();
    }
}
