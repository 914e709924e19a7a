package org.vethlab.net.tcp;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.socket.InternetLayer.Path;
import org.vethlab.net.socket.Outgoing;
import org.vethlab.wire.TcpSegment;

/** The segments that a connection sends: what both ends have agreed on, and how large they may be (tcp_output.c). */
final class SegmentOutput {
    private static final int DEFAULT_SEGMENT = 536;
    private static final int SMALLEST_SEGMENT = 48;
    private static final int SMALLEST_OFFER = 88;

    private final TcpConnection connection;
    private final TcpStack stack;
    private final long timestampOffset;
    private boolean timestamps;
    private boolean sack;
    private boolean scaled;
    private int offeredSegment;
    private int segmentSize = DEFAULT_SEGMENT;
    private int pathMtu;

    SegmentOutput(TcpConnection connection) {
        this.connection = connection;
        this.stack = connection.stack();
        this.timestampOffset = stack.random().nextLong(1L << 32);
    }

    // how large

    /** Before a SYN: what is offered. @throws org.vethlab.net.NetException if there is no way */
    void offer() {
        Path path = path();
        timestamps = stack.parameters().timestamps();
        pathMtu = path.mtu();
        offeredSegment = offered(path);
        segmentSize = offeredSegment - stampLength();
    }

    /** Behind a SYN: what the other end understands, too. */
    void agree(TcpOptions options) {
        TcpParameters own = stack.parameters();
        timestamps = own.timestamps() && options.timestamps();
        sack = own.sack() && options.sackPermitted();
        scaled = own.scales() && options.windowScale().isPresent();
        Path path = path();
        pathMtu = path.mtu();
        offeredSegment = offered(path);
        int told = options.mss() > 0 ? options.mss() : DEFAULT_SEGMENT;
        int least = Math.min(Math.min(fits(path.mtu()), told), Math.max(SMALLEST_OFFER, offeredSegment));
        segmentSize = Math.max(SMALLEST_SEGMENT, least) - stampLength();
    }

    private Path path() {
        return stack.layerOf(connection.local()).path(request(new byte[0], TcpSegment.SYN, 0, new byte[0]));
    }

    /** What the SYN offers: the route's word, or what fits the path (tcp_advertise_mss). */
    private int offered(Path path) {
        int offered = path.advertisedMss() > 0 ? path.advertisedMss() : fits(path.mtu());
        int most = connection.settings().maximumSegment();
        return most > 0 ? Math.min(most, offered) : offered;
    }

    private int fits(int mtu) {
        return mtu - stack.layerOf(connection.local()).headerLength() - TcpSegment.HEADER_LENGTH;
    }

    private int stampLength() {
        return timestamps ? TcpOptions.TIMESTAMP_LENGTH : 0;
    }

    /** The path is narrower than thought. @return whether segments are smaller from now on */
    boolean shrink(int mtu) {
        int size = fits(mtu) - stampLength();
        boolean smaller = size < segmentSize && size > 0;
        segmentSize = smaller ? size : segmentSize;
        pathMtu = smaller ? mtu : pathMtu;
        return smaller;
    }

    // segments

    void syn() {
        boolean answers = connection.state() == TcpState.SYN_RECV;
        boolean scales = answers ? scaled : stack.parameters().scales();
        Receiver in = connection.in();
        TcpOptions options = new TcpOptions(
                offeredSegment,
                scales ? OptionalInt.of(in.scale()) : OptionalInt.empty(),
                answers ? sack : stack.parameters().sack(),
                timestamps,
                timestamp(),
                in.recentTimestamp());
        int flags = answers ? TcpSegment.SYN | TcpSegment.ACK : TcpSegment.SYN;
        transmit(request(options.bytes(), flags, connection.out().next() - 1, new byte[0]));
    }

    void acknowledge() {
        send(TcpSegment.ACK, connection.out().next(), new byte[0]);
    }

    /** Surprising: a reset that acknowledges nothing carries no time stamp. */
    void send(int flags, long sequence, byte[] data) {
        boolean bareReset = (flags & (TcpSegment.RST | TcpSegment.ACK)) == TcpSegment.RST;
        Outgoing request = request(timestamps && !bareReset ? stamp() : new byte[0], flags, sequence, data);
        connection.in().sent(data.length > 0);
        transmit(request);
    }

    private byte[] stamp() {
        long echo = connection.in().recentTimestamp();
        return new TcpOptions(0, OptionalInt.empty(), false, true, timestamp(), echo).bytes();
    }

    private Outgoing request(byte[] options, int flags, long sequence, byte[] data) {
        Receiver in = connection.in();
        boolean syn = (flags & TcpSegment.SYN) != 0;
        boolean acknowledges = (flags & TcpSegment.ACK) != 0;
        TcpSegment segment = new TcpSegment(
                connection.local().port(),
                connection.remote().port(),
                Sequence.wire(sequence),
                acknowledges ? Sequence.wire(in.next()) : 0,
                flags,
                syn ? in.firstWindow() : in.window(),
                options,
                data);
        TcpSettings settings = connection.settings();
        return new Outgoing(
                connection.remote().address(),
                Optional.of(connection.local().address()).filter(own -> !own.isUnspecified()),
                settings.device(),
                settings.hopLimit(),
                settings.trafficClass(),
                settings.mark(),
                false,
                segment);
    }

    /** What the internet layer refuses is lost, and sent again in time. */
    private void transmit(Outgoing request) {
        stack.count(Counter.TcpOutSegs);
        stack.layerOf(connection.local()).send(request);
    }

    private long timestamp() {
        return stack.clock().now() / 1_000_000 + timestampOffset & 0xffff_ffffL;
    }

    // what was agreed

    int segmentSize() {
        return segmentSize;
    }

    int offeredSegment() {
        return offeredSegment;
    }

    /** The segment size that the first window is a multiple of. */
    int windowUnit() {
        return offeredSegment - stampLength();
    }

    int pathMtu() {
        return pathMtu;
    }

    boolean hasTimestamps() {
        return timestamps;
    }

    boolean hasSack() {
        return sack;
    }

    boolean isScaled() {
        return scaled;
    }
}
