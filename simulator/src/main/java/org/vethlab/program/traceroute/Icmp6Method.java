package org.vethlab.program.traceroute;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.socket.Ipv6Received;
import org.vethlab.program.Ipv6Host;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;

/** Echo requests over IPv6 (-6 -I). */
final class Icmp6Method implements ProbeMethod {
    private static final int HEADERS = 48;

    private final Tracing tracing;
    private final Ipv6Tracing ipv6;
    private final int identifier;
    private final Map<Integer, Probe> waiting = new HashMap<>();
    private int sequence;

    Icmp6Method(Tracing tracing, Ipv6Host destination) {
        this.tracing = tracing;
        this.ipv6 = new Ipv6Tracing(tracing, destination, Icmpv6Message.PROTOCOL);
        this.identifier = tracing.context().process().pid() & 0xffff;
        this.sequence = Math.max(1, tracing.settings().port());
    }

    @Override
    public int headerLength() {
        return HEADERS;
    }

    @Override
    public void open() {
        ipv6.prepare();
        ipv6.socket().onReceive(this::received);
    }

    @Override
    public boolean send(Probe probe) {
        Icmpv6Message echo = Icmpv6Message.echoRequest(identifier, sequence, tracing.data(HEADERS));
        waiting.put(sequence, probe);
        sequence = sequence + 1 & 0xffff;
        probe.sent = tracing.now();
        return ipv6.send(probe, echo);
    }

    private void received(Ipv6Received received) {
        Optional<IpPayload> about = received.error().isPresent()
                ? Ipv6Tracing.quoted(received)
                : Optional.of(received.packet().payload());
        int type = received.error().isPresent() ? Icmpv6Message.ECHO_REQUEST : Icmpv6Message.ECHO_REPLY;
        if (about.isEmpty()
                || !(about.get() instanceof Icmpv6Message echo)
                || echo.type() != type
                || echo.rest() >>> 16 != identifier) {
            return;
        }
        Probe probe = waiting.get(echo.rest() & 0xffff);
        if (probe != null && !probe.done) {
            ipv6.note(probe, received);
        }
    }

    @Override
    public void expire(Probe probe) {
        probe.done = true;
    }

    @Override
    public void close() {
        ipv6.socket().close();
    }
}
