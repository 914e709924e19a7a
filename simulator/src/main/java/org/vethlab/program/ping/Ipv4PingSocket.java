package org.vethlab.program.ping;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.Received;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.process.Process;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RecordRoute;
import org.vethlab.wire.WireException;

/** Echo requests over IPv4, and what comes back (ping4_send_probe, ping4_parse_reply, ping4_receive_error_msg of iputils). */
final class Ipv4PingSocket extends PingSocket {
    /** What is longer is refused before a route is looked for. */
    private static final int LONGEST_DATA = 0xffff - 8;

    private final RawSocket raw;
    private final PingOptions options;
    private final Ipv4Address destination;
    private final int identifier;

    Ipv4PingSocket(Process process, RawSocket raw, PingOptions options, Ipv4Address destination, int identifier) {
        super(process);
        this.raw = raw;
        this.options = options;
        this.destination = destination;
        this.identifier = identifier;
        raw.onReceive(this::receive);
    }

    @Override
    void send(int sequence, byte[] data, boolean confirm) {
        if (data.length > LONGEST_DATA) {
            throw new NetException(Errno.EMSGSIZE);
        }
        SendRequest request = new SendRequest(
                destination,
                Optional.empty(),
                Optional.empty(),
                options.ttl.orElse(0),
                options.tos,
                options.pathMtuDiscovery.orElse(PathMtuDiscovery.WANT),
                options.broadcast,
                options.mark,
                options.ipOptions(),
                IcmpMessage.echoRequest(identifier, sequence, data));
        if (confirm) {
            raw.confirm(request);
        }
        raw.send(request);
    }

    @Override
    public void close() {
        raw.close();
    }

    private void receive(Received received) {
        if (received.error().isPresent()) {
            failed(error(received, received.error().get()));
        } else {
            came(event(received));
        }
    }

    private PingEvent error(Received received, Errno error) {
        if (received.local()) {
            return new PingEvent.LocalError(error, "mtu=" + received.info());
        }
        Optional<IcmpMessage> quoted = quotedEcho(received.packet());
        if (quoted.isEmpty() || !(received.packet().payload() instanceof IcmpMessage carrier)) {
            return new PingEvent.Other();
        }
        String text = IcmpText.of(carrier, received.info());
        return new PingEvent.NetworkError(
                received.packet().source(), Optional.empty(), quoted.get().sequence(), text);
    }

    private PingEvent event(Received received) {
        Ipv4Packet packet = received.packet();
        if (!(packet.payload() instanceof IcmpMessage message)) {
            return new PingEvent.Other();
        }
        if (message.type() == IcmpMessage.ECHO_REPLY) {
            return message.identifier() == identifier ? reply(received, message) : new PingEvent.Other();
        }
        Optional<IcmpMessage> quoted = quotedEcho(packet);
        if (quoted.isEmpty()) {
            return new PingEvent.Other();
        }
        int sequence = quoted.get().sequence();
        return message.type() == IcmpMessage.REDIRECT
                ? new PingEvent.Redirect(
                        packet.source(), sequence, IcmpText.of(message, 0), new Ipv4Address(message.rest()))
                : new PingEvent.Acknowledgement(sequence);
    }

    private static PingEvent reply(Received received, IcmpMessage message) {
        Ipv4Packet packet = received.packet();
        return new PingEvent.Reply(
                packet.source(),
                Optional.empty(),
                message.sequence(),
                packet.ttl(),
                message.data(),
                received.time(),
                RecordRoute.read(packet.options()));
    }

    /** The echo request of this ping that an ICMP error quotes. */
    private Optional<IcmpMessage> quotedEcho(Ipv4Packet carrier) {
        if (!(carrier.payload() instanceof IcmpMessage message) || !message.isError()) {
            return Optional.empty();
        }
        try {
            Ipv4Packet quoted = Ipv4Packet.readQuoted(message.data());
            boolean ours = quoted.destination().equals(destination)
                    && quoted.payload() instanceof IcmpMessage echo
                    && echo.type() == IcmpMessage.ECHO_REQUEST
                    && echo.identifier() == identifier;
            return ours && quoted.payload() instanceof IcmpMessage echo ? Optional.of(echo) : Optional.empty();
        } catch (WireException e) {
            return Optional.empty();
        }
    }
}
