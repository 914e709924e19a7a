package org.vethlab.net.socket;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.link.Device;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.UdpDatagram;

/** A UDP socket with IP_RECVERR (net/ipv4/udp.c). */
final class Ipv4UdpSocket implements UdpSocket {
    /** net.ipv4.ip_local_port_range. */
    private static final int FIRST_FREE_PORT = 32768;

    private static final int LAST_FREE_PORT = 60999;

    private final Sockets sockets;
    private Optional<Device> device = Optional.empty();
    private Ipv4Address local = Ipv4Address.ANY;
    private Optional<SendRequest> peer = Optional.empty();
    private int port;
    private Consumer<Received> listener = received -> {};

    Ipv4UdpSocket(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void bind(Optional<Ipv4Address> address, int wanted) {
        Ipv4Address own = address.orElse(Ipv4Address.ANY);
        if (!own.isUnspecified() && !sockets.isLocal(own)) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        if (wanted != 0 && sockets.isTaken(wanted, own)) {
            throw new NetException(Errno.EADDRINUSE);
        }
        local = own;
        port = wanted != 0 ? wanted : freePort();
    }

    private int freePort() {
        int count = LAST_FREE_PORT - FIRST_FREE_PORT + 1;
        int start = sockets.namespace().world().random().nextInt(count);
        for (int i = 0; i < count; i++) {
            int candidate = FIRST_FREE_PORT + (start + i) % count;
            if (!sockets.isTaken(candidate, local)) {
                return candidate;
            }
        }
        throw new NetException(Errno.EADDRINUSE);
    }

    boolean holds(int wanted, Ipv4Address address) {
        return port == wanted && (local.isUnspecified() || address.isUnspecified() || local.equals(address));
    }

    @Override
    public void bindToDevice(Device only) {
        device = Optional.of(only);
    }

    @Override
    public void connect(SendRequest request) {
        SendRequest bound = withOwn(request);
        Ipv4Address source = sockets.namespace().ipv4().sourceFor(bound);
        if (port == 0) {
            port = freePort();
        }
        local = local.isUnspecified() ? source : local;
        peer = Optional.of(bound);
    }

    @Override
    public Ipv4Address localAddress() {
        return local;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void onReceive(Consumer<Received> newListener) {
        listener = newListener;
    }

    @Override
    public void send(SendRequest request) {
        if (port == 0) {
            port = freePort();
        }
        sockets.namespace().ipv4().send(withOwn(request)).ifPresent(error -> {
            throw new NetException(error);
        });
        sockets.namespace().ipv4().counters().count(Counter.UdpOutDatagrams);
    }

    private SendRequest withOwn(SendRequest request) {
        return new SendRequest(
                request.destination(),
                request.source().or(() -> Optional.of(local).filter(own -> !own.isUnspecified())),
                request.device().or(() -> device),
                request.ttl(),
                request.tos(),
                request.pathMtuDiscovery(),
                request.broadcast(),
                request.mark(),
                request.options(),
                request.payload());
    }

    /** @return whether the datagram is for this socket */
    boolean offer(Ipv4Packet packet, UdpDatagram datagram, Device input) {
        boolean group =
                packet.destination().isMulticast() || packet.destination().isBroadcast();
        boolean matches = port != 0
                && port == datagram.destinationPort()
                && Arrival.isFor(device, input, sockets.acceptsDomains())
                && (local.isUnspecified() || local.equals(packet.destination()) || group)
                && isFromPeer(packet, datagram);
        if (matches) {
            listener.accept(new Received(packet, Optional.of(input), now(), Optional.empty(), false, 0));
        }
        return matches;
    }

    private boolean isFromPeer(Ipv4Packet packet, UdpDatagram datagram) {
        return peer.isEmpty()
                || peer.get().destination().equals(packet.source()) && peerPort() == datagram.sourcePort();
    }

    private int peerPort() {
        return peer.map(SendRequest::payload)
                .map(payload -> payload instanceof UdpDatagram udp ? udp.destinationPort() : 0)
                .orElse(0);
    }

    /** @return whether the socket sent such a datagram as is quoted */
    boolean offerError(Ipv4Packet carrier, Device input, IcmpMessage error, Ipv4Packet quoted, int info) {
        boolean matches = quoted.payload() instanceof UdpDatagram sent
                && port != 0
                && port == sent.sourcePort()
                && Arrival.isFor(device, input, sockets.acceptsDomains())
                && (local.isUnspecified() || local.equals(quoted.source()));
        if (matches && error.type() != IcmpMessage.REDIRECT) {
            listener.accept(new Received(
                    carrier, Optional.empty(), now(), Optional.of(IcmpErrorMeaning.of(error)), false, info));
        }
        return matches;
    }

    @Override
    public void close() {
        sockets.close(this);
    }

    private long now() {
        return sockets.namespace().world().clock().now();
    }
}
