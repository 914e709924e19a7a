package org.vethlab.program.traceroute;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Received;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.UdpSocket;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.UdpDatagram;

/** UDP to ports that nobody listens on, each probe to the next one; or to one port (-U). */
final class UdpMethod implements ProbeMethod {
    private static final int FIRST_PORT = 33434;
    private static final int DOMAIN = 53;

    private final Tracing tracing;
    private final boolean fixedPort;
    private final Map<Probe, UdpSocket> sockets = new HashMap<>();
    private int port;

    UdpMethod(Tracing tracing, boolean fixedPort) {
        this.tracing = tracing;
        this.fixedPort = fixedPort;
        int given = tracing.settings().port();
        this.port = given > 0 ? given : fixedPort ? DOMAIN : FIRST_PORT;
    }

    @Override
    public int headerLength() {
        return 28;
    }

    @Override
    public void open() {}

    @Override
    public boolean send(Probe probe) {
        UdpSocket socket = tracing.context().net().sockets().openUdp();
        sockets.put(probe, socket);
        tracing.settings().device(tracing.context()).ifPresent(socket::bindToDevice);
        bind(socket);
        socket.onReceive(received -> received(probe, received));
        SendRequest request = tracing.request(probe.ttl, new UdpDatagram(0, port, tracing.data(headerLength())));
        try {
            socket.connect(request);
        } catch (NetException e) {
            throw new ProbeException("connect", e.errno());
        }
        probe.sent = tracing.now();
        UdpDatagram datagram = new UdpDatagram(socket.port(), port, tracing.data(headerLength()));
        port = fixedPort ? port : port == 65535 ? 1 : port + 1;
        return tracing.attempt(probe, tracing.request(probe.ttl, datagram), socket::send);
    }

    private void bind(UdpSocket socket) {
        try {
            if (tracing.settings().source().isPresent() || tracing.settings().sourcePort() > 0) {
                socket.bind(tracing.settings().source(), tracing.settings().sourcePort());
            }
        } catch (NetException e) {
            throw new ProbeException("bind", e.errno());
        }
    }

    private void received(Probe probe, Received received) {
        Optional<Errno> error = received.error();
        if (probe.done || received.local()) {
            return;
        }
        probe.answer(received.packet().source(), received.packet().ttl(), received.time());
        if (error.isEmpty()) {
            probe.last = true;
        } else if (received.packet().payload() instanceof IcmpMessage icmp) {
            Answers.note(probe, icmp);
        }
        expire(probe);
        tracing.wake();
    }

    @Override
    public void expire(Probe probe) {
        probe.done = true;
        UdpSocket socket = sockets.remove(probe);
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void close() {
        sockets.values().forEach(UdpSocket::close);
    }
}
