package org.vethlab.net.tcp;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.ErrorReport;
import org.vethlab.net.socket.InternetLayer.Path;
import org.vethlab.net.socket.Outgoing;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.TcpSegment;

/** A connection: its two ends, its state, its two halves (struct tcp_sock). */
final class TcpConnection {
    /** How long a closed connection is remembered (TCP_TIMEWAIT_LEN). */
    private static final long TIME_WAIT = 60_000_000_000L;

    /** How often an orphan without an answer is repeated (tcp_orphan_retries 0). */
    private static final int ORPHAN_RETRIES = 8;

    private final TcpStack stack;
    private final Endpoint local;
    private final Endpoint remote;
    private final TcpSettings settings;
    private final Transmitter out;
    private final Receiver in;
    private final TcpTimer lastTimer;
    private final long timestampOffset;
    private TcpState state = TcpState.CLOSE;
    private @Nullable TcpListener parent;
    private @Nullable Errno error;
    private @Nullable Errno softError;
    private Runnable listener = () -> {};
    private boolean timestamps;
    private boolean sack;
    private boolean scaled;
    private boolean orphan;
    private boolean deaf;
    private boolean finished;
    private int offeredSegment;
    private int segmentSize = 536;
    private int trafficClass;
    private long inode;
    private boolean ipv6;
    private int pathMtu;

    TcpConnection(TcpStack stack, Endpoint local, Endpoint remote, TcpSettings settings) {
        this.stack = stack;
        this.local = local;
        this.remote = remote;
        this.settings = settings;
        this.trafficClass = settings.trafficClass();
        this.timestampOffset = stack.random().nextLong(1L << 32);
        this.out = new Transmitter(this, stack.random().nextLong(1L << 32));
        this.in = new Receiver(this);
        this.lastTimer = new TcpTimer(clock(), this::forget);
    }

    // opening

    /** The active side (tcp_v4_connect). @throws NetException if there is no way */
    void connect() {
        Path path = path();
        pathMtu = path.mtu();
        offeredSegment = offered(path);
        segmentSize = offeredSegment - (stack.parameters().timestamps() ? TcpOptions.TIMESTAMP_LENGTH : 0);
        timestamps = stack.parameters().timestamps();
        in.open(offeredSegment, stack.parameters().windowScale());
        stack.count(Counter.TcpActiveOpens);
        enter(TcpState.SYN_SENT);
        out.open();
    }

    /** The passive side: a SYN has come to a listener (tcp_conn_request). */
    void answer(TcpSegment syn, TcpListener listening) {
        parent = listening;
        TcpOptions options = TcpOptions.of(syn);
        agree(options);
        Path path = path();
        pathMtu = path.mtu();
        offeredSegment = offered(path);
        segmentSize = segmentSize(path, options);
        in.open(
                offeredSegment - (timestamps ? TcpOptions.TIMESTAMP_LENGTH : 0),
                scaled ? stack.parameters().windowScale() : 0);
        in.synchronize(syn.sequence());
        in.noteTimestamp(syn.sequence(), options);
        out.window(syn.window(), false);
        enter(TcpState.SYN_RECV);
        out.open();
    }

    private void agree(TcpOptions options) {
        timestamps = stack.parameters().timestamps() && options.timestamps();
        sack = stack.parameters().sack() && options.sackPermitted();
        scaled = stack.parameters().scales() && options.windowScale().isPresent();
        out.peerScale(scaled ? options.windowScale().orElse(0) : 0);
    }

    private Path path() {
        return stack.layerOf(local).path(outgoing(new byte[0], TcpSegment.SYN, 0, new byte[0]));
    }

    /** What the SYN offers: the route's word, or what fits the path (tcp_advertise_mss). */
    private int offered(Path path) {
        int fits = path.mtu() - stack.layerOf(local).headerLength() - TcpSegment.HEADER_LENGTH;
        int offered = path.advertisedMss() > 0 ? path.advertisedMss() : fits;
        return settings.maximumSegment() > 0 ? Math.min(settings.maximumSegment(), offered) : offered;
    }

    private int segmentSize(Path path, TcpOptions options) {
        int fits = path.mtu() - stack.layerOf(local).headerLength() - TcpSegment.HEADER_LENGTH;
        int told = options.mss() > 0 ? options.mss() : 536;
        int least = Math.max(48, Math.min(Math.min(fits, told), Math.max(88, offeredSegment)));
        return least - (timestamps ? TcpOptions.TIMESTAMP_LENGTH : 0);
    }

    // segments that come

    void receive(TransportPacket arrival, TcpSegment segment) {
        switch (state) {
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
                fail(Errno.ECONNREFUSED);
            }
            return;
        }
        if (!segment.has(TcpSegment.SYN) || !acknowledges) {
            return;
        }
        TcpOptions options = TcpOptions.of(segment);
        agree(options);
        segmentSize = segmentSize(path(), options);
        if (!scaled) {
            in.withoutScale();
        }
        in.synchronize(segment.sequence());
        in.noteTimestamp(segment.sequence(), options);
        out.acknowledge(out.next(), false);
        out.window(segment.window(), false);
        enter(TcpState.ESTABLISHED);
        sendAck();
        out.push();
        wake();
    }

    private void synReceived(TcpSegment segment) {
        long sequence = in.sequenceOf(segment);
        if (segment.has(TcpSegment.RST)) {
            if (sequence == in.next()) {
                stack.count(Counter.TcpAttemptFails);
                finish();
            }
            return;
        }
        if (segment.has(TcpSegment.SYN)) {
            sendSyn();
            return;
        }
        boolean acknowledges =
                segment.has(TcpSegment.ACK) && Sequence.near(out.next(), segment.acknowledgment()) == out.next();
        TcpListener listening = parent;
        if (!acknowledges || listening == null || !listening.hasRoom()) {
            return;
        }
        out.acknowledge(out.next(), false);
        out.window(segment.window(), true);
        stack.count(Counter.TcpPassiveOpens);
        enter(TcpState.ESTABLISHED);
        listening.completed(this);
        established(segment);
    }

    private void timeWait(TransportPacket arrival, TcpSegment segment) {
        long sequence = in.sequenceOf(segment);
        if (segment.has(TcpSegment.RST)) {
            forget();
        } else if (segment.has(TcpSegment.SYN) && !segment.has(TcpSegment.ACK) && sequence > in.next()) {
            forget();
            stack.receive(arrival);
        } else if (segment.has(TcpSegment.FIN) || segment.data().length > 0) {
            sendAck();
            lastTimer.start(TIME_WAIT);
        }
    }

    private void established(TcpSegment segment) {
        long sequence = in.sequenceOf(segment);
        long end = sequence + segment.data().length;
        TcpOptions options = timestamps ? TcpOptions.of(segment) : TcpOptions.NONE;
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
            sendAck();
        }
    }

    private void wasReset(long sequence) {
        if (sequence != in.next()) {
            sendAck();
            return;
        }
        stack.count(Counter.TcpEstabResets);
        fail(state == TcpState.CLOSE_WAIT ? Errno.EPIPE : Errno.ECONNRESET);
    }

    /** @return whether the rest of the segment is to be looked at */
    private boolean acknowledged(TcpSegment segment) {
        long acknowledgment = Sequence.near(out.unacknowledged(), segment.acknowledgment());
        if (acknowledgment > out.highest()) {
            sendAck();
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
            wake();
        }
        return true;
    }

    private boolean finArrived() {
        switch (state) {
            case FIN_WAIT1 -> {
                enter(TcpState.FIN_WAIT2);
                wake();
                if (orphan) {
                    lastTimer.start(stack.parameters().finTimeout());
                }
            }
            case CLOSING -> enterTimeWait();
            case LAST_ACK -> {
                finish();
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void received(TcpSegment segment, long sequence, long end) {
        boolean news = false;
        if (segment.data().length > 0 && state.receives()) {
            if (orphan || deaf) {
                stack.count(Counter.TcpOutRsts);
                send(TcpSegment.RST, out.next(), new byte[0]);
                finish();
                return;
            }
            news = in.take(sequence, segment.data());
        }
        boolean early = end > in.next();
        if (segment.has(TcpSegment.FIN) && end == in.next()) {
            finReceived();
            news = true;
        }
        if (state != TcpState.CLOSE) {
            in.acknowledgeIfDue(early);
        }
        if (news) {
            wake();
        }
    }

    private void finReceived() {
        switch (state) {
            case ESTABLISHED -> {
                in.skipFin();
                enter(TcpState.CLOSE_WAIT);
            }
            case FIN_WAIT1 -> {
                in.skipFin();
                sendAck();
                enter(TcpState.CLOSING);
            }
            case FIN_WAIT2 -> {
                in.skipFin();
                sendAck();
                enterTimeWait();
            }
            default -> {}
        }
    }

    // errors

    /** An ICMP error about a segment of this connection (tcp_v4_err). */
    void report(ErrorReport report) {
        if (report.mtu() > 0) {
            pathShrank(report.mtu());
            return;
        }
        if (state == TcpState.SYN_SENT || state == TcpState.SYN_RECV) {
            stack.count(Counter.TcpAttemptFails);
            fail(report.error());
        } else {
            softError = report.error();
        }
    }

    /** The path is narrower than thought: smaller segments, and those under way once more (tcp_v4_mtu_reduced). */
    private void pathShrank(int mtu) {
        int fits = mtu
                - stack.layerOf(local).headerLength()
                - TcpSegment.HEADER_LENGTH
                - (timestamps ? TcpOptions.TIMESTAMP_LENGTH : 0);
        if (fits < segmentSize && fits > 0) {
            segmentSize = fits;
            if (out.unacknowledged() < out.highest()) {
                out.resendFirst();
            }
        }
    }

    /** Nobody answers, however often (tcp_write_err). */
    void giveUp() {
        Errno soft = softError;
        if (state == TcpState.SYN_SENT || state == TcpState.SYN_RECV) {
            stack.count(Counter.TcpAttemptFails);
        }
        fail(soft != null ? soft : Errno.ETIMEDOUT);
    }

    private void fail(Errno why) {
        error = why;
        finish();
    }

    // what the program does

    int read(byte[] buffer, int offset, int length) {
        int count = in.queue().read(buffer, offset, length);
        if (count > 0) {
            if (state.receives()) {
                in.wasRead();
            }
            return count;
        }
        throwError();
        return state.receives() && !deaf ? 0 : -1;
    }

    int write(byte[] buffer, int offset, int length) {
        throwError();
        if (out.isFinishing() || state == TcpState.CLOSE) {
            throw new NetException(Errno.EPIPE);
        }
        int taken = out.queue().write(buffer, offset, length);
        if (state.sends()) {
            out.push();
        }
        return taken;
    }

    private void throwError() {
        takeError().ifPresent(found -> {
            throw new NetException(found);
        });
    }

    /** SO_ERROR. */
    Optional<Errno> takeError() {
        Optional<Errno> taken = Optional.ofNullable(error);
        error = null;
        return taken;
    }

    void shutdownWrite() {
        if (out.isFinishing()) {
            return;
        }
        switch (state) {
            case ESTABLISHED, SYN_RECV -> enter(TcpState.FIN_WAIT1);
            case CLOSE_WAIT -> enter(TcpState.LAST_ACK);
            default -> {
                return;
            }
        }
        out.finish();
    }

    void shutdownRead() {
        deaf = state != TcpState.ESTABLISHED && deaf;
    }

    /** The last descriptor is closed (tcp_close). Surprising: bytes that nobody has read make it a reset. */
    void close() {
        orphan = true;
        listener = () -> {};
        inode = 0;
        switch (state) {
            case SYN_SENT -> finish();
            case FIN_WAIT2 -> lastTimer.start(stack.parameters().finTimeout());
            case ESTABLISHED, SYN_RECV, CLOSE_WAIT -> {
                if (in.queue().length() > 0) {
                    abort();
                } else {
                    shutdownWrite();
                }
            }
            default -> {}
        }
    }

    /** Says that it is over, without waiting for anything. */
    void abort() {
        if (state.isSynchronized() && state != TcpState.TIME_WAIT) {
            stack.count(Counter.TcpOutRsts);
            stack.count(Counter.TcpEstabResets);
            send(TcpSegment.RST | TcpSegment.ACK, out.next(), new byte[0]);
        }
        finish();
    }

    // ends

    private void enter(TcpState next) {
        state = next;
        if (next == TcpState.ESTABLISHED) {
            parent = null;
        }
    }

    private void enterTimeWait() {
        enter(TcpState.TIME_WAIT);
        out.stop();
        in.stop();
        lastTimer.start(TIME_WAIT);
        inode = 0;
        wake();
    }

    private void finish() {
        out.stop();
        in.stop();
        forget();
        wake();
    }

    private void forget() {
        lastTimer.stop();
        enter(TcpState.CLOSE);
        TcpListener listening = parent;
        if (listening != null) {
            listening.abandoned(this);
        }
        if (!finished) {
            finished = true;
            stack.remove(this);
        }
    }

    // segments that go

    void sendSyn() {
        boolean answers = state == TcpState.SYN_RECV;
        boolean scales = answers ? scaled : stack.parameters().scales();
        TcpOptions options = new TcpOptions(
                offeredSegment,
                scales ? OptionalInt.of(in.scale()) : OptionalInt.empty(),
                answers ? sack : stack.parameters().sack(),
                timestamps,
                timestamp(),
                in.recentTimestamp());
        int flags = answers ? TcpSegment.SYN | TcpSegment.ACK : TcpSegment.SYN;
        transmit(outgoing(options.bytes(), flags, out.next() - 1, new byte[0]));
    }

    void sendAck() {
        send(TcpSegment.ACK, out.next(), new byte[0]);
    }

    void send(int flags, long sequence, byte[] data) {
        byte[] options = timestamps && (flags & TcpSegment.RST) == 0 || timestamps && (flags & TcpSegment.ACK) != 0
                ? plainOptions()
                : new byte[0];
        Outgoing request = outgoing(options, flags, sequence, data);
        in.sent(data.length > 0);
        transmit(request);
    }

    private byte[] plainOptions() {
        TcpOptions options = new TcpOptions(0, OptionalInt.empty(), false, true, timestamp(), in.recentTimestamp());
        return options.bytes();
    }

    private Outgoing outgoing(byte[] options, int flags, long sequence, byte[] data) {
        boolean syn = (flags & TcpSegment.SYN) != 0;
        boolean acknowledges = (flags & TcpSegment.ACK) != 0;
        TcpSegment segment = new TcpSegment(
                local.port(),
                remote.port(),
                Sequence.wire(sequence),
                acknowledges ? Sequence.wire(in.next()) : 0,
                flags,
                syn ? in.firstWindow() : in.window(),
                options,
                data);
        return new Outgoing(
                remote.address(),
                Optional.of(local.address()).filter(own -> !own.isUnspecified()),
                settings.device(),
                settings.hopLimit(),
                trafficClass,
                settings.mark(),
                false,
                segment);
    }

    private void transmit(Outgoing request) {
        stack.count(Counter.TcpOutSegs);
        stack.layerOf(local).send(request);
    }

    private long timestamp() {
        return clock().now() / 1_000_000 + timestampOffset & 0xffff_ffffL;
    }

    // what others want to know

    VirtualClock clock() {
        return stack.clock();
    }

    TcpStack stack() {
        return stack;
    }

    TcpState state() {
        return state;
    }

    Endpoint local() {
        return local;
    }

    Endpoint remote() {
        return remote;
    }

    TcpSettings settings() {
        return settings;
    }

    Transmitter out() {
        return out;
    }

    Receiver in() {
        return in;
    }

    TcpTimer lastTimer() {
        return lastTimer;
    }

    int segmentSize() {
        return segmentSize;
    }

    boolean isOrphan() {
        return orphan;
    }

    long inode() {
        return inode;
    }

    void inode(long number) {
        inode = number;
    }

    boolean hasError() {
        return error != null;
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

    boolean isIpv6() {
        return ipv6;
    }

    /** It belongs to an IPv6 socket, whatever its addresses. */
    void ipv6(boolean socket) {
        ipv6 = socket;
    }

    int pathMtu() {
        return pathMtu;
    }

    int offeredSegment() {
        return offeredSegment;
    }

    int mostRetries() {
        return switch (state) {
            case SYN_SENT ->
                stack.parameters().synRetries() + stack.parameters().linearSyns();
            case SYN_RECV -> stack.parameters().synAckRetries();
            default -> orphan ? ORPHAN_RETRIES : stack.parameters().retries();
        };
    }

    int linearRetries() {
        return stack.parameters().linearSyns();
    }

    void onChange(Runnable newListener) {
        listener = newListener;
    }

    private void wake() {
        listener.run();
    }
}
