package org.vethlab.program.tcpdump;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.socket.PacketTap;
import org.vethlab.net.socket.Sockets;
import org.vethlab.process.Disposition;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.program.Context;
import org.vethlab.program.tcpdump.filter.Filter;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapPacket;

/**
 * Packets from the kernel. They come in blocks (TPACKET_V3): a timer that runs since the capture began hands over what has
 * gathered, so that a packet is seen up to a second later, and what is in the block when a signal comes is lost.
 */
final class LiveCapture implements PacketTap {
    /** Nanoseconds that it takes to load libpcap, compile the filter and map the ring: what passes meanwhile is missed. */
    private static final long START = 20_000_000L;

    private static final long BLOCK = 1_000_000_000L;

    /** With a terminal, or with -l, tcpdump asks for packets ten times as often. */
    private static final long SHORT_BLOCK = 100_000_000L;

    private final TcpdumpOptions options;
    private final Process process;
    private final VirtualClock clock;
    private final Filter filter;
    private final LinkType link;
    private final long period;
    private final long started;
    private final ArrayDeque<PcapPacket> block = new ArrayDeque<>();
    private long received;
    private long firstArrival;
    private boolean interrupted;
    private String failure = "";

    LiveCapture(Context context, TcpdumpOptions options, Filter filter, LinkType link) {
        this.options = options;
        this.process = context.process();
        this.clock = context.clock();
        this.filter = filter;
        this.link = link;
        boolean eager = options.prints() && (options.has("l") || context.out().isTerminal());
        this.period = eager || options.has("immediate-mode") ? SHORT_BLOCK : BLOCK;
        this.started = clock.now();
    }

    /** How a capture ended. */
    enum End {
        ENOUGH,
        SIGNAL,
        FAILURE
    }

    End run(Sockets sockets, Optional<Device> device, PacketSink sink) {
        for (Signal signal : new Signal[] {Signal.INT, Signal.TERM, Signal.HUP}) {
            if (process.disposition(signal) != Disposition.IGNORE) {
                process.disposition(signal, Disposition.CATCH);
            }
        }
        if (options.count() == Long.MAX_VALUE) {
            process.endless();
        }
        boolean promiscuous = !options.has("p") && device.isPresent();
        process.sleep(START);
        Sockets.Handle tap = sockets.tap(device, this);
        device.filter(d -> promiscuous).ifPresent(d -> d.promiscuous(true));
        try {
            return loop(sink);
        } finally {
            tap.close();
            device.filter(d -> promiscuous).ifPresent(d -> d.promiscuous(false));
        }
    }

    private End loop(PacketSink sink) {
        while (true) {
            if (block.isEmpty()) {
                process.await(VirtualClock.NEVER);
            } else {
                waitForBlock();
            }
            if (isInterrupted()) {
                return End.SIGNAL;
            }
            if (!failure.isEmpty()) {
                return End.FAILURE;
            }
            if (isBlockOver() && handOver(sink)) {
                return End.ENOUGH;
            }
        }
    }

    private void waitForBlock() {
        long end = endOfBlock();
        while (clock.now() < end && !isInterrupted() && failure.isEmpty()) {
            process.await(end);
        }
    }

    private boolean isInterrupted() {
        interrupted |= process.takeCaught().isPresent();
        return interrupted;
    }

    private boolean isBlockOver() {
        return !block.isEmpty() && clock.now() >= endOfBlock();
    }

    /** When the timer fires next after the oldest packet came. */
    private long endOfBlock() {
        return started + ((firstArrival - started) / period + 1) * period;
    }

    private boolean handOver(PacketSink sink) {
        while (!block.isEmpty()) {
            if (sink.take(block.remove())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void frame(Device device, PacketType type, EthernetFrame frame, long time) {
        CapturedFrame captured = CapturedFrame.of(link, device, type, frame);
        if (!filter.accepts(captured.filterInput())) {
            return;
        }
        received++;
        // what lo sends comes back as received: libpcap drops the first of the two
        boolean twice = type == PacketType.OUTGOING && device.has(DeviceFlag.LOOPBACK);
        if (twice || !isWanted(type)) {
            return;
        }
        byte[] bytes = captured.bytes();
        byte[] kept = bytes.length > options.snapshotLength() ? Arrays.copyOf(bytes, options.snapshotLength()) : bytes;
        if (block.isEmpty()) {
            firstArrival = time;
        }
        block.add(new PcapPacket(clock.date() - clock.now() + time, kept, bytes.length));
        process.wake();
    }

    private boolean isWanted(PacketType type) {
        return switch (options.direction()) {
            case IN -> type != PacketType.OUTGOING;
            case OUT -> type == PacketType.OUTGOING;
            case BOTH -> true;
        };
    }

    @Override
    public void down(Device device) {
        fail("The interface went down");
    }

    @Override
    public void removed(Device device) {
        fail("The interface disappeared");
    }

    private void fail(String text) {
        failure = text;
        process.wake();
    }

    /** Why it ended in failure. */
    String failure() {
        return failure;
    }

    /** How many packets the kernel's filter let through, seen or not. */
    long received() {
        return received;
    }
}
