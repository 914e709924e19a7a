package org.vethlab.program.traceroute;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.Received;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.WireException;

/** TCP SYNs (-T), each from another port. */
final class TcpMethod implements ProbeMethod {
    private static final int HTTP = 80;
    private static final int FIRST_PORT = 32768;
    private static final int PORTS = 28232;
    private static final int WINDOW = 5840;

    /** Segment size, selective acknowledgment, time stamp, window scale: what a Linux host begins with. */
    private static final byte[] OPTIONS = {2, 4, 5, (byte) 0xb4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 2};

    private final Tracing tracing;
    private final RawSocket socket;
    private final int port;
    private final Map<Integer, Probe> waiting = new HashMap<>();

    TcpMethod(Tracing tracing) {
        this.tracing = tracing;
        this.socket = tracing.context().net().sockets().openRaw(TcpSegment.PROTOCOL);
        this.port = tracing.settings().port() > 0 ? tracing.settings().port() : HTTP;
    }

    @Override
    public int headerLength() {
        return 60;
    }

    @Override
    public boolean carriesData() {
        return false;
    }

    @Override
    public void open() {
        tracing.prepare(socket);
        socket.onReceive(this::received);
    }

    @Override
    public boolean send(Probe probe) {
        int own = tracing.settings().sourcePort() > 0 ? tracing.settings().sourcePort() : freePort();
        waiting.put(own, probe);
        long sequence = tracing.random().nextLong(1L << 32);
        TcpSegment syn = new TcpSegment(own, port, sequence, 0, TcpSegment.SYN, WINDOW, OPTIONS, new byte[0]);
        probe.sent = tracing.now();
        return tracing.attempt(probe, tracing.request(probe.ttl, syn), socket::send);
    }

    private int freePort() {
        int candidate = FIRST_PORT + tracing.random().nextInt(PORTS);
        return waiting.containsKey(candidate) ? freePort() : candidate;
    }

    private void received(Received received) {
        if (received.local()) {
            return;
        }
        if (received.packet().payload() instanceof TcpSegment segment && segment.sourcePort() == port) {
            answered(segment.destinationPort(), received);
        } else if (received.packet().payload() instanceof IcmpMessage icmp) {
            answered(quotedPort(icmp), received);
        }
    }

    private void answered(int ownPort, Received received) {
        Probe probe = waiting.get(ownPort);
        if (probe == null || probe.done) {
            return;
        }
        probe.answer(received.packet().source(), received.packet().ttl(), received.time());
        if (received.packet().payload() instanceof IcmpMessage icmp) {
            Answers.note(probe, icmp);
        } else {
            probe.last = true;
        }
        tracing.wake();
    }

    private static int quotedPort(IcmpMessage error) {
        try {
            return Ipv4Packet.readQuoted(error.data()).payload() instanceof RawData data
                    ? new ByteReader(data.bytes()).u16()
                    : 0;
        } catch (WireException e) {
            return 0;
        }
    }

    @Override
    public void expire(Probe probe) {
        probe.done = true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
