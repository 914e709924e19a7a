package org.vethlab.net.filter.xt;

import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.Ipv6Packet;

/** The addresses of an IP packet. */
final class Addresses {
    private Addresses() {}

    static IpAddress source(PacketContext packet) {
        return packet.ipv6()
                .<IpAddress>map(Ipv6Packet::source)
                .orElseGet(() -> packet.ipv4().orElseThrow().source());
    }

    static IpAddress destination(PacketContext packet) {
        return packet.ipv6()
                .<IpAddress>map(Ipv6Packet::destination)
                .orElseGet(() -> packet.ipv4().orElseThrow().destination());
    }

    /** Address order, within one family. */
    static int compare(IpAddress one, IpAddress other) {
        if (one instanceof Ipv4Address left && other instanceof Ipv4Address right) {
            return left.compareTo(right);
        }
        return one instanceof Ipv6Address left && other instanceof Ipv6Address right ? left.compareTo(right) : -1;
    }
}
