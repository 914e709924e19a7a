package org.vethlab.program.ping;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Disposition;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.program.Context;
import org.vethlab.program.StandardOutput;
import org.vethlab.time.TimerWheel;
import org.vethlab.time.VirtualClock;

/** A running ping: sends in its rhythm, takes what comes, ends in time (pinger, main_loop of iputils). */
final class PingSession {
    private static final long MILLISECOND = 1_000_000;

    /** ping waits no shorter, in milliseconds (MININTERVAL). */
    private static final int SHORTEST = 10;

    /** What a system call takes, so that no loop stands still in time. */
    private static final long SYSTEM_CALL = 5_000;

    /** What a packet takes through lo and back. */
    private static final long LOOP = 50_000;

    private final Context context;
    private final PingOptions options;
    private final PingSocket socket;
    private final StandardOutput out;
    private final PingStatistics statistics;
    private final PingReplies replies;
    private final byte[] data;
    private long sentAt = -1;
    private long startedAt;
    private int interval;
    private int tokens;
    private int noRoom;
    private long alarm = VirtualClock.NEVER;
    private boolean lingering;
    private boolean exiting;
    private boolean answered;

    PingSession(Context context, PingOptions options, PingTarget target, StandardOutput out) {
        this.context = context;
        this.options = options;
        this.out = out;
        this.data = data(options);
        this.interval = options.flood && !options.intervalGiven ? 0 : options.interval;
        this.statistics = new PingStatistics();
        this.socket = target.socket();
        this.replies = new PingReplies(context, options, target, statistics, out);
    }

    private static byte[] data(PingOptions options) {
        byte[] data = new byte[Math.min(options.size, 0x10000)];
        for (int i = 0; i < data.length; i++) {
            data[i] = options.pattern.length > 0 ? options.pattern[i % options.pattern.length] : (byte) i;
        }
        return data;
    }

    int run() {
        prepare();
        while (!isOver()) {
            long next = send();
            while (next <= 0) {
                next = send();
            }
            listen(next);
            takeSignals();
        }
        return finish();
    }

    private void prepare() {
        Process process = context.process();
        process.disposition(Signal.INT, Disposition.CATCH);
        process.disposition(Signal.ALRM, Disposition.CATCH);
        process.disposition(Signal.QUIT, Disposition.CATCH);
        startedAt = now();
        if (options.deadline > 0) {
            alarm = startedAt + options.deadline * 1000L * MILLISECOND;
        } else if (options.count == 0) {
            process.endless();
        }
    }

    private boolean isOver() {
        boolean allBack = options.count > 0 && statistics.received + statistics.errors >= options.count;
        return exiting || allBack || options.deadline > 0 && statistics.errors > 0;
    }

    /** Sends what is due. @return milliseconds until the next one is due */
    private long send() {
        long next = sendIfDue();
        return sentAll() ? lastWait(next) : next;
    }

    private boolean sentAll() {
        return options.count > 0 && statistics.transmitted >= options.count && options.deadline == 0;
    }

    /** Waits for the last answers: twice the longest time one took, or the linger time if none came. */
    private long lastWait(long next) {
        if (lingering) {
            return next;
        }
        long microseconds =
                statistics.received > 0 ? Math.max(2 * statistics.longest, 1000L * interval) : 1000L * options.linger;
        lingering = microseconds > 0;
        alarm = lingering ? now() + microseconds * 1000 : VirtualClock.NEVER;
        return Math.max(next, microseconds / 1000);
    }

    private long sendIfDue() {
        if (exiting || sentAll()) {
            return 1000;
        }
        long now = now();
        if (sentAt < 0) {
            tokens = interval * (options.preload - 1);
        } else {
            long passed = (now - sentAt) / MILLISECOND;
            if (interval == 0 && passed < SHORTEST && statistics.inFlight() >= options.preload) {
                return SHORTEST - passed;
            }
            long available = Math.min((long) interval * options.preload, passed + tokens);
            if (available < interval) {
                return interval - available;
            }
            tokens = (int) available - interval;
        }
        sentAt = now;
        return sendOne();
    }

    private long sendOne() {
        if (options.outstanding && statistics.transmitted > 0 && !statistics.isAnswered(statistics.transmitted)) {
            replies.printTimestamp();
            out.println("no answer yet for icmp_seq=" + statistics.transmitted % 0x10000);
            out.flush();
        }
        context.sleep(SYSTEM_CALL);
        Optional<Errno> error = transmit();
        if (error.isEmpty()) {
            noRoom = 0;
            statistics.sent();
            if (options.flood && !options.quiet) {
                out.print(".");
                out.flush();
            }
            return (long) interval - tokens;
        }
        return error.get() == Errno.ENOBUFS ? slowDown() : failed(error.get());
    }

    private Optional<Errno> transmit() {
        statistics.forget(statistics.transmitted + 1);
        byte[] sent = data.clone();
        if (options.isTimed()) {
            long date = context.clock().date() / 1000;
            ByteBuffer.wrap(sent)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(date / 1_000_000)
                    .putLong(date % 1_000_000);
        }
        try {
            boolean confirm = answered;
            answered = false;
            socket.send((int) statistics.transmitted + 1, sent, confirm);
            return Optional.empty();
        } catch (NetException e) {
            return Optional.of(e.errno());
        }
    }

    /** The device's queue is full: a shorter wait, until as long as the linger time was lost. */
    private long slowDown() {
        tokens = 0;
        int wait = Math.min(500, Math.max(interval / 2, SHORTEST));
        noRoom++;
        return noRoom * wait < options.linger ? wait : hardError(Optional.of(Errno.ENOBUFS));
    }

    /** Surprising: why a packet cannot be sent is kept to itself, unless the network has told of an error meanwhile. */
    private long failed(Errno errno) {
        // What the host tells itself through lo is there before sendmsg(2) returns.
        context.sleep(LOOP);
        Optional<PingEvent> known = socket.takeError();
        boolean fromNetwork = known.isPresent() && replies.handle(known.get()) == PingReplies.Outcome.NETWORK_ERROR;
        return hardError(fromNetwork ? Optional.of(errno) : Optional.empty());
    }

    /** Counts as sent all the same. */
    private long hardError(Optional<Errno> told) {
        statistics.sent();
        if (told.isPresent() && !options.quiet) {
            out.flush();
            if (options.flood) {
                out.print("E");
            } else {
                context.err()
                        .println(options.program + ": sendmsg: " + told.get().text());
            }
        }
        tokens = 0;
        return Math.max(interval, SHORTEST);
    }

    private void listen(long next) {
        if (!waitFor(patience(next))) {
            return;
        }
        for (Optional<PingEvent> event = socket.take(); event.isPresent(); event = socket.take()) {
            handle(event.get());
            if (statistics.inFlight() == 0) {
                return;
            }
        }
    }

    /**
     * Nanoseconds to wait until the next packet is due. Surprising: a whole interval is waited in recvmsg(2), whose
     * timeout is one of the kernel's slow timers, so that packets are a little more than an interval apart.
     */
    private long patience(long next) {
        long whole = Math.max(interval, SHORTEST);
        if (!options.adaptive && next >= whole) {
            return TimerWheel.delay(now(), whole * MILLISECOND);
        }
        boolean soon = next <= SHORTEST && statistics.inFlight() > 0;
        return (soon ? SHORTEST : next) * MILLISECOND;
    }

    private void handle(PingEvent event) {
        if (replies.handle(event) != PingReplies.Outcome.ANSWER) {
            return;
        }
        answered = true;
        if (options.adaptive) {
            interval = statistics.adaptedInterval(interval);
        }
    }

    /** @return whether something has come */
    private boolean waitFor(long nanoseconds) {
        long until = now() + nanoseconds;
        while (socket.isEmpty() && !exiting && now() < until) {
            context.process().await(Math.min(until, alarm));
            takeSignals();
        }
        return !socket.isEmpty();
    }

    private void takeSignals() {
        if (now() >= alarm) {
            exiting = true;
        }
        for (Optional<Signal> signal = context.process().takeCaught();
                signal.isPresent();
                signal = context.process().takeCaught()) {
            if (signal.get() == Signal.QUIT) {
                context.err().println(statistics.snapshot(options.isTimed()));
            } else {
                exiting = true;
            }
        }
    }

    private int finish() {
        boolean rate = interval == 0 || options.flood || options.adaptive;
        out.print("\n--- " + options.target + " ping statistics ---\n");
        out.print(statistics.summary(options.isTimed(), sentAt - startedAt, rate));
        boolean tooFew = options.deadline > 0 && statistics.received < options.count;
        return statistics.received == 0 || tooFew ? 1 : 0;
    }

    private long now() {
        return context.clock().now();
    }
}
