package org.vethlab.program.traceroute;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.Received;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.WireException;

/** Echo requests (-I). */
final class IcmpMethod implements ProbeMethod {
    private final Tracing tracing;
    private final RawSocket socket;
    private final int identifier;
    private final Map<Integer, Probe> waiting = new HashMap<>();
    private int sequence;

    IcmpMethod(Tracing tracing) {
        this.tracing = tracing;
        this.socket = tracing.context().net().sockets().openRaw(IcmpMessage.PROTOCOL);
        this.identifier = tracing.context().process().pid() & 0xffff;
        this.sequence = Math.max(1, tracing.settings().port());
    }

    @Override
    public int headerLength() {
        return 28;
    }

    @Override
    public void open() {
        tracing.prepare(socket);
        socket.onReceive(this::received);
    }

    @Override
    public boolean send(Probe probe) {
        IcmpMessage echo = IcmpMessage.echoRequest(identifier, sequence, tracing.data(headerLength()));
        waiting.put(sequence, probe);
        sequence = sequence + 1 & 0xffff;
        probe.sent = tracing.now();
        return tracing.attempt(probe, tracing.request(probe.ttl, echo), socket::send);
    }

    private void received(Received received) {
        if (received.local() || !(received.packet().payload() instanceof IcmpMessage message)) {
            return;
        }
        boolean reply = received.error().isEmpty();
        IcmpMessage echo = reply ? message : quoted(message);
        boolean own = echo.identifier() == identifier
                && echo.type() == (reply ? IcmpMessage.ECHO_REPLY : IcmpMessage.ECHO_REQUEST);
        Probe probe = own ? waiting.get(echo.sequence()) : null;
        if (probe == null || probe.done) {
            return;
        }
        probe.answer(received.packet().source(), received.packet().ttl(), received.time());
        if (reply) {
            probe.last = true;
        } else {
            Answers.note(probe, message);
        }
        tracing.wake();
    }

    /** The echo request that an error is about; an empty message if it is about something else. */
    private static IcmpMessage quoted(IcmpMessage error) {
        try {
            if (Ipv4Packet.readQuoted(error.data()).payload() instanceof IcmpMessage echo) {
                return echo;
            }
        } catch (WireException e) {
            return error;
        }
        return error;
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
