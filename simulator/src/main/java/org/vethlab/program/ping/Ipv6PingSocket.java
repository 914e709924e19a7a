package org.vethlab.program.ping;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Ipv6RawSocket;
import org.vethlab.net.socket.Ipv6Received;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.process.Process;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.WireException;

/** Echo requests over IPv6, and what comes back (ping6_send_probe, ping6_parse_reply, ping6_receive_error_msg of iputils). */
final class Ipv6PingSocket extends PingSocket {
    private final Ipv6RawSocket raw;
    private final PingOptions options;
    private final Ipv6Address destination;
    private final Optional<Device> zone;
    private final int identifier;

    /** @param zone the device of a link-local destination, if it was said */
    Ipv6PingSocket(
            Process process,
            Ipv6RawSocket raw,
            PingOptions options,
            Ipv6Address destination,
            Optional<Device> zone,
            int identifier) {
        super(process);
        this.raw = raw;
        this.options = options;
        this.destination = destination;
        this.zone = zone;
        this.identifier = identifier;
        raw.onReceive(this::receive);
    }

    @Override
    void send(int sequence, byte[] data, boolean confirm) {
        Ipv6SendRequest request = new Ipv6SendRequest(
                destination,
                Optional.empty(),
                zone,
                options.ttl.orElse(0),
                options.tos,
                options.pathMtuDiscovery.orElse(PathMtuDiscovery.WANT),
                options.mark,
                options.flowLabel,
                Icmpv6Message.echoRequest(identifier, sequence, data));
        if (confirm) {
            raw.confirm(request);
        }
        raw.send(request);
    }

    @Override
    public void close() {
        raw.close();
    }

    private void receive(Ipv6Received received) {
        if (received.error().isPresent()) {
            failed(error(received, received.error().get()));
        } else {
            came(event(received));
        }
    }

    private PingEvent error(Ipv6Received received, Errno error) {
        if (received.local()) {
            return new PingEvent.LocalError(error, "mtu: " + received.info());
        }
        Ipv6Packet packet = received.packet();
        Optional<Icmpv6Message> quoted = quotedEcho(packet);
        if (quoted.isEmpty() || !(packet.payload() instanceof Icmpv6Message carrier)) {
            return new PingEvent.Other();
        }
        String text = Icmpv6Text.of(carrier, received.info());
        int sequence = quoted.get().rest() & 0xffff;
        return new PingEvent.NetworkError(packet.source(), zone(received), sequence, text);
    }

    /** A link-local address means nothing without its device. */
    private static Optional<String> zone(Ipv6Received received) {
        return received.packet().source().isLinkLocal() ? received.device().map(Device::name) : Optional.empty();
    }

    private PingEvent event(Ipv6Received received) {
        Ipv6Packet packet = received.packet();
        boolean ours = packet.payload() instanceof Icmpv6Message message
                && message.type() == Icmpv6Message.ECHO_REPLY
                && message.rest() >>> 16 == identifier;
        if (!ours || !(packet.payload() instanceof Icmpv6Message message)) {
            return new PingEvent.Other();
        }
        return new PingEvent.Reply(
                packet.source(),
                zone(received),
                message.rest() & 0xffff,
                packet.hopLimit(),
                message.data(),
                received.time(),
                Optional.empty());
    }

    /** The echo request of this ping that an ICMPv6 error quotes. */
    private Optional<Icmpv6Message> quotedEcho(Ipv6Packet carrier) {
        if (!(carrier.payload() instanceof Icmpv6Message message) || !message.isError()) {
            return Optional.empty();
        }
        try {
            Ipv6Packet quoted = Ipv6Packet.readQuoted(message.data());
            boolean ours = quoted.destination().equals(destination)
                    && quoted.payload() instanceof Icmpv6Message echo
                    && echo.type() == Icmpv6Message.ECHO_REQUEST
                    && echo.rest() >>> 16 == identifier;
            return ours && quoted.payload() instanceof Icmpv6Message echo ? Optional.of(echo) : Optional.empty();
        } catch (WireException e) {
            return Optional.empty();
        }
    }
}
