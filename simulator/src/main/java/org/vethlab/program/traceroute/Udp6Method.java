package org.vethlab.program.traceroute;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.socket.Ipv6Received;
import org.vethlab.program.Ipv6Host;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.UdpDatagram;

/** UDP over IPv6 to ports that nobody listens on, each probe to the next one; or to one port (-U). */
final class Udp6Method implements ProbeMethod {
    private static final int FIRST_PORT = 33434;
    private static final int DOMAIN = 53;
    private static final int FIRST_SOURCE_PORT = 32768;
    private static final int SOURCE_PORTS = 28232;
    private static final int HEADERS = 48;

    private final Tracing tracing;
    private final Ipv6Tracing ipv6;
    private final boolean fixedPort;
    private final Map<Integer, Probe> waiting = new HashMap<>();
    private int port;

    Udp6Method(Tracing tracing, Ipv6Host destination, boolean fixedPort) {
        this.tracing = tracing;
        this.ipv6 = new Ipv6Tracing(tracing, destination, UdpDatagram.PROTOCOL);
        this.fixedPort = fixedPort;
        int given = tracing.settings().port();
        this.port = given > 0 ? given : fixedPort ? DOMAIN : FIRST_PORT;
    }

    @Override
    public int headerLength() {
        return HEADERS;
    }

    @Override
    public void open() {
        ipv6.socket().onReceive(this::received);
    }

    @Override
    public boolean send(Probe probe) {
        ipv6.prepare();
        int given = tracing.settings().sourcePort();
        int source = given > 0 ? given : FIRST_SOURCE_PORT + tracing.random().nextInt(SOURCE_PORTS);
        UdpDatagram datagram = new UdpDatagram(source, port, tracing.data(HEADERS));
        waiting.put(source, probe);
        port = fixedPort ? port : port == 65535 ? 1 : port + 1;
        probe.sent = tracing.now();
        return ipv6.send(probe, datagram);
    }

    private void received(Ipv6Received received) {
        Optional<IpPayload> quoted = Ipv6Tracing.quoted(received);
        if (quoted.isEmpty() || !(quoted.get() instanceof UdpDatagram sent)) {
            return;
        }
        Probe probe = waiting.remove(sent.sourcePort());
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
