package org.vethlab.net.ipv6;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/**
 * The IPv6 stack of a namespace: addresses, and what keeps them unique. Of packets it takes only those that duplicate
 * address detection needs.
 */
public final class Ipv6 {
    private static final int TARGET_LENGTH = 16;
    private static final int NONCE = 14;

    private final Map<Device, Ipv6Device> devices = new HashMap<>();
    private long sequence;
    private final Ipv6Addresses addresses = new Ipv6Addresses(this);

    public Ipv6(Namespace namespace) {
        Addrconf addrconf = new Addrconf(this);
        namespace.devices().addListener(addrconf);
        namespace.sysctls().onIpv6Change(addrconf);
    }

    public Ipv6Addresses addresses() {
        return addresses;
    }

    /** The routes that addresses and devices have made: main's, then local's, in the order of a dump. */
    public List<Ipv6Route> routes() {
        return Ipv6Routes.of(devices.values());
    }

    /** The route to a destination, if there is one. @param output where it must leave, if that is said */
    public Optional<Ipv6Route> route(Ipv6Address destination, Optional<Device> output) {
        return new Ipv6Lookup(this).find(destination, output);
    }

    /** The source address that a packet along a route gets. */
    public Optional<Ipv6Address> source(Ipv6Route route, Ipv6Address destination) {
        return new Ipv6Lookup(this).source(route, destination);
    }

    /**
     * Sends a packet of a socket.
     *
     * @return the error, as sendmsg(2) says it, or empty
     */
    public Optional<Errno> send(Ipv6SendRequest request) {
        return Optional.of(Errno.ENETUNREACH);
    }

    /** The source address that a socket's packets would have (ip6_datagram_connect). @throws NetException if none may go */
    public Ipv6Address sourceFor(Ipv6SendRequest request) {
        throw new NetException(Errno.ENETUNREACH);
    }

    /** The longest packet that a request's way takes: what comes with EMSGSIZE. */
    public int pathMtu(Ipv6SendRequest request) {
        return 1500;
    }

    /** Whether a socket may take an address for its own (inet6_bind): one of any device, or a group. */
    public boolean isBindable(Ipv6Address address) {
        return address.isMulticast()
                || devices.values().stream().anyMatch(device -> device.find(address).isPresent());
    }

    /** Numbers what comes, so that equals can be told in the order of their coming. */
    long nextSequence() {
        return sequence++;
    }

    /** Lets a device listen to a group, and tells the link. */
    public void join(Device device, Ipv6Address group) {
        find(device).ifPresent(found -> found.groups().join(group));
    }

    public void leave(Device device, Ipv6Address group) {
        find(device).ifPresent(found -> found.groups().leave(group));
    }

    Optional<Ipv6Device> find(Device device) {
        return Optional.ofNullable(devices.get(device));
    }

    void attach(Device device) {
        devices.put(device, new Ipv6Device(device));
    }

    void detach(Device device) {
        devices.remove(device);
    }

    /** A frame with an IPv6 packet that a device hands to the namespace (ipv6_rcv). */
    public void receive(Device device, PacketType type, EthernetFrame frame, Ipv6Packet packet) {
        Optional<Ipv6Device> found = find(device).filter(one -> !one.isDisabled());
        if (found.isEmpty() || type == PacketType.OTHERHOST || !(packet.payload() instanceof Icmpv6Message message)) {
            return;
        }
        boolean discovery = message.type() == Icmpv6Message.NEIGHBOR_SOLICITATION
                || message.type() == Icmpv6Message.NEIGHBOR_ADVERTISEMENT;
        if (discovery && packet.hopLimit() == 255 && message.data().length >= TARGET_LENGTH) {
            receiveDiscovery(found.get(), packet.source(), message);
        }
    }

    private static void receiveDiscovery(Ipv6Device device, Ipv6Address source, Icmpv6Message message) {
        ByteReader data = new ByteReader(message.data());
        Ipv6Address target = data.ipv6();
        Optional<Ipv6InterfaceAddress> own = device.find(target);
        if (own.isEmpty()) {
            return;
        }
        boolean tentative = own.get().has(Ipv6AddressFlag.TENTATIVE);
        if (message.type() == Icmpv6Message.NEIGHBOR_ADVERTISEMENT) {
            device.collide(target, Optional.empty());
        } else if (source.isUnspecified() && tentative) {
            device.collide(target, nonce(data));
        } else if (source.isUnspecified()) {
            device.send(NeighbourMessages.defence(target, device.device().address()));
        }
    }

    /** The nonce among the options of a neighbour solicitation (RFC 3971, 5.3.2). */
    private static Optional<Long> nonce(ByteReader options) {
        while (options.remaining() >= 8) {
            int type = options.u8();
            int length = 8 * options.u8() - 2;
            if (type == NONCE && length == 6) {
                return Optional.of((long) options.u16() << 32 | options.u32() & 0xffff_ffffL);
            }
            if (length < 0 || length > options.remaining()) {
                return Optional.empty();
            }
            options.bytes(length);
        }
        return Optional.empty();
    }
}
