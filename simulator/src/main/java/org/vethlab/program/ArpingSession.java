package org.vethlab.program;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Trace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.socket.PacketTap;
import org.vethlab.net.socket.Sockets;
import org.vethlab.process.Disposition;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.time.VirtualClock;
import org.vethlab.trace.NeighbourDecision;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.ArpPacket.Operation;
import org.vethlab.wire.EthernetFrame;

/** A running arping: asks once a second, prints the answers, ends (event_loop of iputils). */
final class ArpingSession implements PacketTap {
    private static final long SECOND = 1_000_000_000L;

    private final Context context;
    private final Arping.Options options;
    private final Device device;
    private final Ipv4Address speaker;
    private final StandardOutput out;
    private final MacAddress own;
    private final ArrayDeque<Heard> heard = new ArrayDeque<>();
    private MacAddress askedMac = MacAddress.BROADCAST;
    private boolean unicasting;
    private boolean downTold;
    private boolean exiting;
    private long sentAt;
    private int sent;
    private int broadcast;
    private int received;
    private int receivedBroadcasts;
    private int receivedRequests;

    private record Heard(PacketType type, ArpPacket packet, long time) {}

    ArpingSession(Context context, Arping.Options options, Device device, Ipv4Address speaker, StandardOutput out) {
        this.context = context;
        this.options = options;
        this.device = device;
        this.speaker = speaker;
        this.out = out;
        this.own = device.address();
    }

    @Override
    public void frame(Device where, PacketType type, EthernetFrame frame, long time) {
        boolean incoming = type == PacketType.HOST || type == PacketType.BROADCAST || type == PacketType.MULTICAST;
        if (incoming && frame.payload() instanceof ArpPacket packet) {
            heard.add(new Heard(type, packet, time));
            context.process().wake();
        }
    }

    @Override
    public boolean seesAll() {
        return false;
    }

    @Override
    public void down(Device where) {
        context.err().println("arping: recvfrom: " + Errno.ENETDOWN.text());
        downTold = true;
    }

    int run() {
        for (Signal signal : new Signal[] {Signal.INT, Signal.QUIT, Signal.TERM}) {
            context.process().disposition(signal, Disposition.CATCH);
        }
        if (options.count < 0 && options.timeout == 0 && !options.quitOnReply) {
            context.process().endless();
        }
        Sockets.Handle tap = context.net().sockets().tap(Optional.of(device), this);
        try {
            loop();
        } finally {
            tap.close();
        }
        finish();
        return status();
    }

    private void loop() {
        long start = now();
        long timeout = options.timeout > 0 ? start + options.timeout * SECOND : VirtualClock.NEVER;
        long next = options.interval > 0 ? start + options.interval * SECOND : VirtualClock.NEVER;
        long turns = 1;
        send();
        while (!exiting) {
            await(Math.min(next, timeout));
            if (now() >= next && !exiting) {
                turns++;
                next += options.interval * SECOND;
                exiting = options.count > 0 && options.count < turns;
                if (!exiting) {
                    send();
                }
            }
            exiting |= now() >= timeout;
        }
    }

    /** Takes what comes until the clock reads {@code deadline} or it is over. */
    private void await(long deadline) {
        Process process = context.process();
        while (!exiting && now() < deadline) {
            while (!heard.isEmpty() && !exiting) {
                receive(heard.remove());
            }
            if (!exiting) {
                process.await(deadline);
                exiting |= process.takeCaught().isPresent();
            }
        }
    }

    private void send() {
        Operation operation = options.advertises ? Operation.REPLY : Operation.REQUEST;
        MacAddress targetMac = options.advertises ? own : askedMac;
        ArpPacket packet = new ArpPacket(operation, own, speaker, targetMac, options.target);
        if (!device.isUp()) {
            return;
        }
        sentAt = now();
        sent++;
        broadcast += unicasting ? 0 : 1;
        transmit(packet);
    }

    private void transmit(ArpPacket packet) {
        Trace trace = device.namespace().trace();
        int cause = trace.make();
        if (trace.isOn()) {
            Optional<MacAddress> alone = Optional.of(askedMac).filter(mac -> !mac.isGroup());
            trace.step(packet, new NeighbourDecision.Asked(options.target, speaker, device.name(), alone));
        }
        device.transmit(new EthernetFrame(askedMac, own, packet));
        trace.made(cause);
    }

    private void receive(Heard event) {
        ArpPacket packet = event.packet();
        if (!isAnswer(packet)) {
            return;
        }
        if (!options.quiet) {
            out.println(line(event));
            out.flush();
        }
        received++;
        if (options.timeout > 0 && received == options.count) {
            exiting = true;
            return;
        }
        receivedBroadcasts += event.type() == PacketType.HOST ? 0 : 1;
        receivedRequests += packet.operation() == Operation.REQUEST ? 1 : 0;
        if (options.quitOnReply) {
            exiting = true;
            return;
        }
        if (!options.broadcastOnly) {
            askedMac = packet.senderMac();
            unicasting = true;
        }
    }

    private boolean isAnswer(ArpPacket packet) {
        if (!packet.senderAddress().equals(options.target)) {
            return false;
        }
        if (!options.duplicateDetection) {
            return packet.targetAddress().equals(speaker) && packet.targetMac().equals(own);
        }
        return !packet.senderMac().equals(own)
                && (speaker.isUnspecified() || packet.targetAddress().equals(speaker));
    }

    private String line(Heard event) {
        ArpPacket packet = event.packet();
        StringBuilder line = new StringBuilder();
        line.append(event.type() == PacketType.HOST ? "Unicast " : "Broadcast ");
        line.append(packet.operation() == Operation.REPLY ? "reply" : "request");
        line.append(" from ").append(packet.senderAddress()).append(" [");
        line.append(capitals(packet.senderMac())).append("] ");
        boolean forAnother = !packet.targetAddress().equals(speaker);
        line.append(forAnother ? "for " + packet.targetAddress() + " " : "");
        if (!packet.targetMac().equals(own)) {
            line.append(forAnother ? "" : "for ").append('[');
            line.append(capitals(packet.targetMac())).append(']');
        }
        long micros = (event.time() - sentAt + 500) / 1000;
        long millis = (micros + 500) / 1000;
        // Whole milliseconds are rounded, and the rest is counted from half a millisecond below.
        line.append(String.format(Locale.ROOT, " %d.%03dms", millis, micros - (millis * 1000 - 500)));
        return line.toString();
    }

    private static String capitals(MacAddress mac) {
        return mac.toString().toUpperCase(Locale.ROOT);
    }

    private void finish() {
        if (options.quiet) {
            return;
        }
        out.println("Sent " + sent + " probes (" + broadcast + " broadcast(s))");
        String kinds = (receivedRequests > 0 ? receivedRequests + " request(s)" : "")
                + (receivedRequests > 0 && receivedBroadcasts > 0 ? ", " : "")
                + (receivedBroadcasts > 0 ? receivedBroadcasts + " broadcast(s)" : "");
        out.println("Received " + received + " response(s)" + (kinds.isEmpty() ? "" : " (" + kinds + ")"));
    }

    private int status() {
        boolean failed;
        if (options.unsolicited) {
            failed = options.duplicateDetection && received > 0;
        } else if (options.duplicateDetection) {
            failed = received > 0 || broadcast == received;
        } else if (options.timeout > 0 && options.count <= 0) {
            failed = received == 0;
        } else {
            failed = received == 0 || sent != received;
        }
        return (downTold ? 2 : 0) | (failed ? 1 : 0);
    }

    private long now() {
        return context.clock().now();
    }
}
