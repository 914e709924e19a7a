package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.wire.EthernetFrame;

/** The sockets of a namespace: packet taps, raw IPv4, UDP. */
public final class Sockets {
    private final Namespace namespace;
    private final Taps taps = new Taps();

    public Sockets(Namespace namespace) {
        this.namespace = namespace;
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
        taps.seen(device, type, frame, namespace.world().clock().now());
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
        throw new UnsupportedOperationException("not yet " + protocol);
    }

    /** A UDP socket (udp(7)). */
    public UdpSocket openUdp() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Something open that can be closed. */
    public interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
