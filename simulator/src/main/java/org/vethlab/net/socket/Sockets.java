package org.vethlab.net.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.UdpDatagram;

/** The sockets of a namespace: packet taps, raw IPv4, UDP. */
public final class Sockets {
    private final Namespace namespace;
    private final InternetLayer ipv4Layer;
    private final InternetLayer ipv6Layer;
    private final TransportErrors errors;
    private final Taps taps = new Taps();
    private final List<RawIpv4Socket> raw = new ArrayList<>();
    private final List<Ipv6RawSocket> raw6 = new ArrayList<>();
    private final List<Ipv4UdpSocket> udp = new ArrayList<>();

    public Sockets(Namespace namespace) {
        this.namespace = namespace;
        this.ipv4Layer = new Ipv4Layer(namespace);
        this.ipv6Layer = new Ipv6Layer(namespace);
        this.errors = new TransportErrors(namespace);
    }

    public Namespace namespace() {
        return namespace;
    }

    /** Lets a tap see the frames of one device, or of all devices of the namespace; close it to stop. */
    public Handle tap(Optional<Device> device, PacketTap tap) {
        return taps.add(device, tap);
    }

    /** A frame passes a device: shows it to those who tap it. */
    public void seen(Device device, PacketType type, EthernetFrame frame) {
        taps.seen(device, type, frame, namespace.world().clock().now(), false);
    }

    /** A frame goes on to the namespace's stack: shows it to those who tap one protocol. */
    public void taken(Device device, PacketType type, EthernetFrame frame) {
        taps.seen(device, type, frame, namespace.world().clock().now(), true);
    }

    /** The device was set down. */
    public void down(Device device) {
        taps.down(device);
    }

    /** The device is deleted or leaves the namespace. */
    public void removed(Device device) {
        taps.removed(device);
    }

    /** A raw socket for an IANA protocol (raw(7)), as ping (ICMP) and traceroute use. */
    public RawSocket openRaw(int protocol) {
        RawIpv4Socket socket = new RawIpv4Socket(this, protocol);
        raw.add(socket);
        return socket;
    }

    /** The same over IPv6. */
    public Ipv6RawSocket openRaw6(int protocol) {
        Ipv6RawSocket socket = new Ipv6RawSocket(this, protocol);
        raw6.add(socket);
        return socket;
    }

    /** A UDP socket (udp(7)). */
    public UdpSocket openUdp() {
        Ipv4UdpSocket socket = new Ipv4UdpSocket(this);
        udp.add(socket);
        return socket;
    }

    /** A packet has arrived: a copy to each raw socket that wants it. @return whether any does */
    public boolean deliverRaw(Ipv4Packet packet, Device device) {
        boolean any = false;
        for (RawIpv4Socket socket : List.copyOf(raw)) {
            any |= socket.offer(packet, device);
        }
        return any;
    }

    /** A datagram has arrived. @return whether a socket takes it */
    public boolean deliverUdp(Ipv4Packet packet, Device device) {
        if (!(packet.payload() instanceof UdpDatagram datagram)) {
            return false;
        }
        for (Ipv4UdpSocket socket : List.copyOf(udp)) {
            if (socket.offer(packet, datagram, device)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An ICMP error has arrived: to the sockets that sent the packet that it quotes.
     *
     * <p>Surprising: what the host tells itself comes by lo, and so a socket that is bound to a device never hears of it.
     *
     * @param carrier the packet that brought the error
     * @param device where it came in
     * @param info the path MTU that it tells, or the gateway
     * @return whether any socket sent such a packet
     */
    public boolean deliverError(Ipv4Packet carrier, Device device, IcmpMessage error, Ipv4Packet quoted, int info) {
        boolean any = false;
        for (RawIpv4Socket socket : List.copyOf(raw)) {
            any |= socket.offerError(carrier, device, error, quoted, info);
        }
        for (Ipv4UdpSocket socket : List.copyOf(udp)) {
            any |= socket.offerError(carrier, device, error, quoted, info);
        }
        return errors.report(carrier, device, error, quoted, info) || any;
    }

    /** The internet layer below TCP and UDP. */
    public InternetLayer layer(boolean ipv6) {
        return ipv6 ? ipv6Layer : ipv4Layer;
    }

    /** An IPv6 packet has arrived: a copy to each raw socket that wants it. @return whether any does */
    public boolean deliverRaw(Ipv6Packet packet, Device device) {
        boolean any = false;
        for (Ipv6RawSocket socket : List.copyOf(raw6)) {
            any |= socket.offer(packet, device);
        }
        return any;
    }

    /** An IPv6 datagram has arrived. @return whether a socket takes it */
    public boolean deliverUdp(Ipv6Packet packet, Device device) {
        return namespace.udp().receive(arrival(packet, device));
    }

    /** An IPv6 packet with a TCP segment has arrived. */
    public void deliverTcp(Ipv6Packet packet, Device device) {
        namespace.tcp().receive(arrival(packet, device));
    }

    private static TransportPacket arrival(Ipv6Packet packet, Device device) {
        return new TransportPacket(
                packet.source(),
                packet.destination(),
                packet.hopLimit(),
                packet.trafficClass(),
                packet.destination().isMulticast(),
                device,
                packet.payload());
    }

    /**
     * An ICMPv6 error has arrived: to the sockets that sent the packet that it quotes.
     *
     * @param info the path MTU that it tells, or the pointer of a parameter problem
     * @return whether any socket sent such a packet
     */
    public boolean deliverError(Ipv6Packet carrier, Device device, Icmpv6Message error, Ipv6Packet quoted, int info) {
        boolean any = false;
        for (Ipv6RawSocket socket : List.copyOf(raw6)) {
            any |= socket.offerError(carrier, device, error, quoted, info);
        }
        return errors.report(carrier, device, error, quoted, info) || any;
    }

    /** Whether a UDP socket that is bound to no device hears of VRFs too. */
    boolean acceptsDomains() {
        return namespace.sysctls().setting("net/ipv4/udp_l3mdev_accept").value() != 0;
    }

    boolean isLocal(Ipv4Address address) {
        return namespace.ipv4().isBindable(address);
    }

    /** Whether one of the sockets that programs probe the network with holds a UDP port. */
    public boolean isTaken(int port, Ipv4Address address) {
        return udp.stream().anyMatch(socket -> socket.holds(port, address));
    }

    void close(RawIpv4Socket socket) {
        raw.remove(socket);
    }

    void close(Ipv6RawSocket socket) {
        raw6.remove(socket);
    }

    void close(Ipv4UdpSocket socket) {
        udp.remove(socket);
    }

    /** Something open that can be closed. */
    public interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
