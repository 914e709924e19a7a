package org.vethlab.net.tcp;

import org.vethlab.wire.TcpSegment;

/** The half of a connection that receives: what is expected, how much may come, when it is acknowledged. */
final class Receiver {
    /** The first acknowledgments are sent at once, so that the sender's window opens (TCP_MAX_QUICKACKS). */
    private static final int QUICK = 16;

    /** How long an acknowledgment waits for data to ride on (TCP_DELACK_MIN). */
    private static final long DELAY = 40_000_000;

    /** The buffer of a new socket, half of which is for bytes: the rest is what they cost (tcp_adv_win_scale). */
    private static final int SPACE = 65_536;

    private static final int LARGEST_FIRST_WINDOW = 65_535;

    private final TcpConnection connection;
    private final ReceiveQueue queue = new ReceiveQueue();
    private final TcpTimer delayed;
    private long next;
    private long edge;
    private int limit;
    private int scale;
    private int quick;
    private boolean conversing;
    private boolean metData;
    private long lastData = Long.MIN_VALUE / 2;
    private long acknowledged;
    private long recentTimestamp;
    private boolean owes;
    private long received;

    Receiver(TcpConnection connection) {
        this.connection = connection;
        this.delayed = new TcpTimer(connection.clock(), this::acknowledge);
    }

    /** The first window is a multiple of the segment size, as far as 16 bits go (tcp_select_initial_window). */
    void open(int segment, int ownScale) {
        limit = LARGEST_FIRST_WINDOW / segment * segment;
        scale = ownScale;
    }

    /** The other end's first sequence number is known. */
    void synchronize(long sequence) {
        next = sequence + 1;
        acknowledged = next;
        edge = next + limit;
    }

    void withoutScale() {
        scale = 0;
    }

    int scale() {
        return scale;
    }

    long next() {
        return next;
    }

    long bytesReceived() {
        return received;
    }

    ReceiveQueue queue() {
        return queue;
    }

    long recentTimestamp() {
        return recentTimestamp;
    }

    /** Only what stands at the edge of what was acknowledged is echoed (RFC 7323, 4.3). */
    void noteTimestamp(long sequence, TcpOptions options) {
        if (options.timestamps() && sequence <= acknowledged) {
            recentTimestamp = options.timestamp();
        }
    }

    long sequenceOf(TcpSegment segment) {
        return Sequence.near(next, segment.sequence());
    }

    /** Whether any of it may lie in the window (tcp_sequence). */
    boolean accepts(long sequence, long end) {
        return end >= acknowledged && sequence <= Math.max(edge, next);
    }

    /** The first window field, of a SYN: never scaled. */
    int firstWindow() {
        return Math.min(limit, LARGEST_FIRST_WINDOW);
    }

    /** What the window field says now; what was offered is never taken back (tcp_select_window). */
    int window() {
        long free = Math.min(limit, Math.max(0, SPACE - queue.footprint() / 2));
        long unit = 1L << scale;
        long offer = (free + unit - 1) / unit * unit;
        long kept = Math.max(0, edge - next);
        long window = Math.max(offer, (kept + unit - 1) / unit * unit);
        edge = Math.max(edge, next + window);
        return (int) Math.min(0xffff, window >>> scale);
    }

    /** Takes data. @return whether something new can be read */
    boolean take(long sequence, byte[] data) {
        long before = next;
        if (!metData) {
            metData = true;
            quick = QUICK;
        }
        next = queue.add(next, sequence, data);
        lastData = connection.clock().now();
        grow(data.length);
        owes = true;
        received += next - before;
        return next > before;
    }

    /** Full segments let the window grow (tcp_grow_window). */
    private void grow(int length) {
        if (length >= 536) {
            limit = Math.min(limit + 2 * length, SPACE * 48);
        }
    }

    void skipFin() {
        next++;
        owes = true;
        conversing = true;
    }

    /** Something is to be acknowledged without delay. */
    void hurry() {
        owes = true;
        quick = Math.max(quick, 1);
        conversing = false;
    }

    /** Acknowledges what is due: now, or a little later (__tcp_ack_snd_check). */
    void acknowledgeIfDue(boolean outOfOrder) {
        if (!owes) {
            return;
        }
        boolean much = next - acknowledged > connection.segmentSize();
        if (much || outOfOrder || queue.hasEarly() || quick > 0 && !conversing) {
            acknowledge();
        } else if (!delayed.isPending()) {
            delayed.start(DELAY);
        }
    }

    private void acknowledge() {
        if (connection.state() != TcpState.CLOSE) {
            connection.sendAck();
        }
    }

    /** A segment that acknowledges has been sent. */
    void sent(boolean withData) {
        if (quick > 0) {
            quick--;
        }
        if (withData && connection.clock().now() - lastData < DELAY) {
            conversing = true;
        }
        owes = false;
        acknowledged = next;
        delayed.stop();
    }

    /** The program has read: tells the sender if the window has opened much (tcp_cleanup_rbuf). */
    void wasRead() {
        long kept = Math.max(0, edge - next);
        long free = Math.min(limit, SPACE - queue.footprint() / 2);
        if (kept < 2L * connection.segmentSize() && free >= 2 * kept && free > kept) {
            acknowledge();
        }
    }

    void stop() {
        delayed.stop();
    }
}
