package org.vethlab.net.socket;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/**
 * A raw IPv6 socket with IPV6_RECVERR (net/ipv6/raw.c): gets a copy of each packet of its protocol that is delivered
 * here, and the errors about its own.
 */
public final class Ipv6RawSocket implements Sockets.Handle {
    private final Sockets sockets;
    private final int protocol;
    private Optional<Device> device = Optional.empty();
    private Optional<Ipv6Address> address = Optional.empty();
    private Consumer<Ipv6Received> listener = received -> {};

    Ipv6RawSocket(Sockets sockets, int protocol) {
        this.sockets = sockets;
        this.protocol = protocol;
    }

    /** Only packets that come in by this device (SO_BINDTODEVICE). */
    public void bindToDevice(Device only) {
        device = Optional.of(only);
    }

    /** Only packets to this address, and it is the source of what is sent. @throws NetException EADDRNOTAVAIL, EINVAL for a link-local one of no device */
    public void bind(Ipv6Address own) {
        if (own.isLinkLocal() && device.isEmpty()) {
            throw new NetException(Errno.EINVAL);
        }
        if (!own.isUnspecified() && !sockets.namespace().ipv6().isBindable(own)) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        address = Optional.of(own).filter(bound -> !bound.isUnspecified());
    }

    /** Called for each packet and error, at the time it arrives. */
    public void onReceive(Consumer<Ipv6Received> newListener) {
        listener = newListener;
    }

    /** The device that the socket is bound to. */
    public Optional<Device> device() {
        return device;
    }

    /** @throws NetException ENETUNREACH, EHOSTUNREACH, EACCES, EMSGSIZE, EADDRNOTAVAIL, EINVAL as sendmsg(2) would say */
    public void send(Ipv6SendRequest request) {
        Ipv6SendRequest bound = bound(request);
        sockets.namespace().ipv6().send(bound).ifPresent(error -> refuse(bound, error));
    }

    /** What was sent before has arrived: the next hop lives (MSG_CONFIRM). */
    public void confirm(Ipv6SendRequest request) {
        sockets.namespace().ipv6().confirm(bound(request));
    }

    private Ipv6SendRequest bound(Ipv6SendRequest request) {
        Ipv6SendRequest fromOwn =
                request.source().isEmpty() && address.isPresent() ? request.from(address.get()) : request;
        return fromOwn.device().isEmpty() && device.isPresent() ? fromOwn.over(device.get()) : fromOwn;
    }

    private void refuse(Ipv6SendRequest request, Errno error) {
        if (error == Errno.EMSGSIZE) {
            int mtu = sockets.namespace().ipv6().pathMtu(request);
            Ipv6Packet unsent = new Ipv6Packet(
                    request.source().orElse(Ipv6Address.ANY), request.destination(), 0, 0, 0, request.payload());
            listener.accept(new Ipv6Received(unsent, device, now(), Optional.of(error), true, mtu));
        }
        throw new NetException(error);
    }

    /** @return whether the packet is for this socket */
    boolean offer(Ipv6Packet packet, Device input) {
        boolean matches = packet.payload().protocol() == protocol
                && Arrival.isFor(device, input, true)
                && (address.isEmpty() || address.get().equals(packet.destination()));
        if (matches) {
            listener.accept(new Ipv6Received(packet, Optional.of(input), now(), Optional.empty(), false, 0));
        }
        return matches;
    }

    /** @return whether the socket sent such a packet as is quoted */
    boolean offerError(Ipv6Packet carrier, Device input, Icmpv6Message error, Ipv6Packet quoted, int info) {
        boolean matches = quoted.payload().protocol() == protocol
                && Arrival.isFor(device, input, true)
                && (address.isEmpty() || address.get().equals(quoted.source()));
        if (matches) {
            listener.accept(new Ipv6Received(
                    carrier, Optional.of(input), now(), Optional.of(IcmpErrorMeaning.of(error)), false, info));
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
