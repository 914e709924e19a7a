package org.vethlab.net.socket;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;

/** A raw socket with IP_RECVERR (net/ipv4/raw.c). */
final class RawIpv4Socket implements RawSocket {
    /** What is longer is refused before a route is looked for. */
    private static final int LONGEST_MESSAGE = 0xffff;

    private final Sockets sockets;
    private final int protocol;
    private Optional<Device> device = Optional.empty();
    private Optional<Ipv4Address> address = Optional.empty();
    private Consumer<Received> listener = received -> {};

    RawIpv4Socket(Sockets sockets, int protocol) {
        this.sockets = sockets;
        this.protocol = protocol;
    }

    @Override
    public void bindToDevice(Device only) {
        device = Optional.of(only);
    }

    @Override
    public void bind(Ipv4Address own) {
        if (!own.isUnspecified() && !sockets.isLocal(own)) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        address = Optional.of(own).filter(bound -> !bound.isUnspecified());
    }

    @Override
    public void onReceive(Consumer<Received> newListener) {
        listener = newListener;
    }

    @Override
    public Optional<Device> device() {
        return device;
    }

    @Override
    public void send(SendRequest request) {
        SendRequest bound = bound(request);
        sockets.namespace().ipv4().send(bound).ifPresent(error -> refuse(bound, error));
    }

    @Override
    public void confirm(SendRequest request) {
        sockets.namespace().ipv4().confirm(bound(request));
    }

    private SendRequest bound(SendRequest request) {
        return new SendRequest(
                request.destination(),
                request.source().or(() -> address.filter(own -> !own.isMulticast())),
                request.device().or(() -> device),
                request.ttl(),
                request.tos(),
                request.pathMtuDiscovery(),
                request.broadcast(),
                request.mark(),
                request.options(),
                request.payload());
    }

    private void refuse(SendRequest request, Errno error) {
        if (error == Errno.EMSGSIZE && request.payload().length() <= LONGEST_MESSAGE) {
            int mtu = sockets.namespace().ipv4().pathMtu(request);
            listener.accept(new Received(unsent(request), device, now(), Optional.of(error), true, mtu));
        }
        throw new NetException(error);
    }

    private static Ipv4Packet unsent(SendRequest request) {
        Ipv4Address source = request.source().orElse(Ipv4Address.ANY);
        return new Ipv4Packet(
                source,
                request.destination(),
                request.ttl(),
                request.tos(),
                0,
                true,
                false,
                0,
                HeaderOptions.NONE,
                request.payload());
    }

    /** @return whether the packet is for this socket */
    boolean offer(Ipv4Packet packet, Device input) {
        boolean matches = packet.payload().protocol() == protocol
                && Arrival.isFor(device, input, true)
                && (address.isEmpty() || address.get().equals(packet.destination()));
        if (matches) {
            listener.accept(new Received(packet, Optional.of(input), now(), Optional.empty(), false, 0));
        }
        return matches;
    }

    /** @return whether the socket sent such a packet as is quoted */
    boolean offerError(Ipv4Packet carrier, Device input, IcmpMessage error, Ipv4Packet quoted, int info) {
        boolean matches = quoted.payload().protocol() == protocol
                && Arrival.isFor(device, input, true)
                && (address.isEmpty() || address.get().equals(quoted.source()));
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
