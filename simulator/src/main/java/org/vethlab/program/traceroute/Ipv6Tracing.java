package org.vethlab.program.traceroute;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Ipv6RawSocket;
import org.vethlab.net.socket.Ipv6Received;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.program.Ipv6Host;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.UdpDatagram;
import org.vethlab.wire.WireException;

/** What the methods share over IPv6: a raw socket that hears of errors, requests, and what errors mean. */
final class Ipv6Tracing {
    private final Tracing tracing;
    private final Ipv6Host destination;
    private final Ipv6RawSocket socket;
    private Optional<Device> device = Optional.empty();
    private Ipv6Address source = Ipv6Address.ANY;

    Ipv6Tracing(Tracing tracing, Ipv6Host destination, int protocol) {
        this.tracing = tracing;
        this.destination = destination;
        this.socket = tracing.context().net().sockets().openRaw6(protocol);
    }

    Ipv6RawSocket socket() {
        return socket;
    }

    /** Looks whether there is a way at all, as connect(2) does. @throws ProbeException if not */
    void prepare() {
        device = tracing.settings().device(tracing.context()).or(destination::zone);
        tracing.settings().device(tracing.context()).ifPresent(socket::bindToDevice);
        tracing.settings().source6().ifPresent(this::bind);
        try {
            source = tracing.context().net().ipv6().sourceFor(request(0, new UdpDatagram(0, 1, new byte[0])));
        } catch (NetException e) {
            throw new ProbeException("connect", e.errno());
        }
    }

    private void bind(Ipv6Address own) {
        try {
            socket.bind(own);
        } catch (NetException e) {
            throw new ProbeException("bind", e.errno());
        }
    }

    boolean send(Probe probe, IpPayload payload) {
        Ipv6SendRequest request = request(probe.ttl, payload);
        return tracing.attempt(
                probe,
                () -> socket.send(request),
                () -> tracing.context().net().ipv6().pathMtu(request));
    }

    private Ipv6SendRequest request(int hopLimit, IpPayload payload) {
        return new Ipv6SendRequest(
                destination.address(),
                source.isUnspecified() ? tracing.settings().source6() : Optional.of(source),
                device,
                hopLimit,
                tracing.settings().tos(),
                tracing.settings().dontFragment() ? PathMtuDiscovery.PROBE : PathMtuDiscovery.DONT,
                tracing.settings().mark(),
                0,
                payload);
    }

    /** What an error is about, if it is one. */
    static Optional<IpPayload> quoted(Ipv6Received received) {
        if (received.local() || !(received.packet().payload() instanceof Icmpv6Message error) || !error.isError()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ipv6Packet.readQuoted(error.data()).payload());
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    /** Notes an answer: time exceeded is a hop on the way, all others end it. */
    void note(Probe probe, Ipv6Received received) {
        probe.answer(received.packet().source(), received.packet().hopLimit(), received.time());
        boolean ofLink = received.packet().source().isLinkLocal();
        probe.zone = received.device()
                .filter(link -> ofLink)
                .map(link -> "%" + link.name())
                .orElse("");
        boolean hop = received.packet().payload() instanceof Icmpv6Message message
                && message.type() == Icmpv6Message.TIME_EXCEEDED;
        if (!hop) {
            probe.error = received.packet().payload() instanceof Icmpv6Message message ? text(message) : "";
            probe.last = true;
        }
        tracing.wake();
    }

    private static String text(Icmpv6Message error) {
        if (!error.isError()) {
            return "";
        }
        return switch (error.type()) {
            case Icmpv6Message.DESTINATION_UNREACHABLE ->
                switch (error.code()) {
                    case 0 -> "!N";
                    case 1 -> "!X";
                    case 2, 3 -> "!H";
                    case 4 -> "";
                    default -> "!<" + error.code() + ">";
                };
            case Icmpv6Message.PACKET_TOO_BIG -> "!F-" + error.rest();
            case Icmpv6Message.PARAMETER_PROBLEM -> error.code() == 1 ? "!P" : "!<4-" + error.code() + ">";
            default -> "!<" + error.type() + "-" + error.code() + ">";
        };
    }
}
