package org.vethlab.net.tcp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.ErrorReport;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.TcpSegment;

/** A connection: its two ends, its state, its two halves (struct tcp_sock). */
final class TcpConnection {
    /** How long a closed connection is remembered (TCP_TIMEWAIT_LEN). */
    static final long TIME_WAIT = 60_000_000_000L;

    /** How often an orphan without an answer is repeated (tcp_orphan_retries 0). */
    private static final int ORPHAN_RETRIES = 8;

    private final TcpStack stack;
    private final Endpoint local;
    private final Endpoint remote;
    private final TcpSettings settings;
    private final Transmitter out;
    private final Receiver in;
    private final SegmentOutput segments;
    private final SegmentInput input;
    private final TcpTimer lastTimer;
    private TcpState state = TcpState.CLOSE;
    private @Nullable TcpListener parent;
    private @Nullable Errno error;
    private @Nullable Errno softError;
    private Runnable listener = () -> {};
    private boolean orphan;
    private boolean finished;
    private boolean endWasRead;
    private long inode;
    private boolean ipv6;

    TcpConnection(TcpStack stack, Endpoint local, Endpoint remote, TcpSettings settings) {
        this.stack = stack;
        this.local = local;
        this.remote = remote;
        this.settings = settings;
        this.segments = new SegmentOutput(this);
        this.out = new Transmitter(this, stack.random().nextLong(1L << 32));
        this.in = new Receiver(this);
        this.input = new SegmentInput(this);
        this.lastTimer = new TcpTimer(clock(), this::forget);
    }

    // opening

    /** The active side (tcp_v4_connect). @throws NetException if there is no way */
    void connect() {
        segments.offer();
        in.open(segments.offeredSegment(), stack.parameters().windowScale());
        stack.count(Counter.TcpActiveOpens);
        enter(TcpState.SYN_SENT);
        out.open();
    }

    /** The passive side: a SYN has come to a listener (tcp_conn_request). */
    void answer(TcpSegment syn, TcpListener listening) {
        parent = listening;
        TcpOptions options = TcpOptions.of(syn);
        agree(options);
        in.open(segments.windowUnit(), segments.isScaled() ? stack.parameters().windowScale() : 0);
        in.synchronize(syn.sequence());
        in.noteTimestamp(syn.sequence(), options);
        out.window(syn.window(), false);
        enter(TcpState.SYN_RECV);
        out.open();
    }

    private void agree(TcpOptions options) {
        segments.agree(options);
        out.peerScale(segments.isScaled() ? options.windowScale().orElse(0) : 0);
    }

    /** The other end has answered the SYN: the connection stands. */
    void established(TcpSegment answer) {
        TcpOptions options = TcpOptions.of(answer);
        agree(options);
        if (!segments.isScaled()) {
            in.withoutScale();
        }
        in.synchronize(answer.sequence());
        in.noteTimestamp(answer.sequence(), options);
        out.acknowledge(out.next(), false);
        out.window(answer.window(), false);
        enter(TcpState.ESTABLISHED);
        sendAck();
        out.push();
        wake();
    }

    // errors

    /** An ICMP error about a segment of this connection (tcp_v4_err). */
    void report(ErrorReport report) {
        if (report.mtu() > 0) {
            if (segments.shrink(report.mtu()) && out.unacknowledged() < out.highest()) {
                out.resendFirst();
            }
            return;
        }
        if (state == TcpState.SYN_SENT || state == TcpState.SYN_RECV) {
            stack.count(Counter.TcpAttemptFails);
            fail(report.error());
        } else {
            softError = report.error();
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

    void fail(Errno why) {
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
        endWasRead = !state.receives();
        return endWasRead ? -1 : 0;
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

    void enter(TcpState next) {
        state = next;
        if (next == TcpState.ESTABLISHED) {
            parent = null;
        }
    }

    void enterTimeWait() {
        enter(TcpState.TIME_WAIT);
        out.stop();
        in.stop();
        lastTimer.start(TIME_WAIT);
        inode = 0;
        wake();
    }

    void finish() {
        out.stop();
        in.stop();
        forget();
        wake();
    }

    void forget() {
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

    void sendSyn() {
        segments.syn();
    }

    void sendAck() {
        segments.acknowledge();
    }

    void send(int flags, long sequence, byte[] data) {
        segments.send(flags, sequence, data);
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
        return segments.segmentSize();
    }

    SegmentOutput segments() {
        return segments;
    }

    SegmentInput input() {
        return input;
    }

    /** Whose queue it stands in until it is established. */
    Optional<TcpListener> parent() {
        return Optional.ofNullable(parent);
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

    /** Whether the program knows that nothing more will come. */
    boolean wasEndRead() {
        return endWasRead;
    }

    boolean hasError() {
        return error != null;
    }

    boolean isIpv6() {
        return ipv6;
    }

    /** It belongs to an IPv6 socket, whatever its addresses. */
    void ipv6(boolean socket) {
        ipv6 = socket;
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

    void wake() {
        listener.run();
    }
}
