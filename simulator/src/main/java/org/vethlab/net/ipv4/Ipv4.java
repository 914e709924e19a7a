package org.vethlab.net.ipv4;

import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.route.Routing;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;

/** The IPv4 stack of a namespace. */
public final class Ipv4 {
    private final Addresses addresses;
    private final SourceAddresses sources;
    private final Routing routing;

    public Ipv4(Namespace namespace) {
        this.addresses = new Addresses(namespace);
        this.sources = new SourceAddresses(namespace);
        this.routing = new Routing(namespace, sources);
        addresses.addListener(routing);
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Which own address stands for this host. */
    public SourceAddresses sources() {
        return sources;
    }

    public Routing routing() {
        return routing;
    }

    /** A frame with an IPv4 packet that a device hands to the namespace (ip_rcv). */
    public void receive(Device device, PacketType type, EthernetFrame frame, Ipv4Packet packet) {
        throw new UnsupportedOperationException("not yet " + device + type + frame + packet);
    }

    /** A frame with an ARP packet that a device hands to the namespace (arp_rcv). */
    public void receive(Device device, PacketType type, EthernetFrame frame, ArpPacket packet) {
        throw new UnsupportedOperationException("not yet " + device + type + frame + packet);
    }
}
