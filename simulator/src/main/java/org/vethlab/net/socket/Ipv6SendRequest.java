package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.wire.IpPayload;

/**
 * An IPv6 packet to send: sendmsg(2) with the socket options that govern it.
 *
 * @param source bound source address (IPV6_PKTINFO or bind), else the route and RFC 6724 choose
 * @param device SO_BINDTODEVICE, or the scope of a link-local address (sin6_scope_id)
 * @param hopLimit 1 to 255; 0 for the route's, the device's or the group's default
 * @param pathMtuDiscovery IPV6_MTU_DISCOVER
 * @param flowLabel 20 bits, 0 for none
 */
public record Ipv6SendRequest(
        Ipv6Address destination,
        Optional<Ipv6Address> source,
        Optional<Device> device,
        int hopLimit,
        int trafficClass,
        PathMtuDiscovery pathMtuDiscovery,
        int mark,
        int flowLabel,
        IpPayload payload) {
    /** A packet as sockets send them if nobody sets anything. */
    public static Ipv6SendRequest to(Ipv6Address destination, IpPayload payload) {
        return new Ipv6SendRequest(
                destination, Optional.empty(), Optional.empty(), 0, 0, PathMtuDiscovery.WANT, 0, 0, payload);
    }

    public Ipv6SendRequest from(Ipv6Address newSource) {
        return new Ipv6SendRequest(
                destination,
                Optional.of(newSource),
                device,
                hopLimit,
                trafficClass,
                pathMtuDiscovery,
                mark,
                flowLabel,
                payload);
    }

    public Ipv6SendRequest over(Device newDevice) {
        return new Ipv6SendRequest(
                destination,
                source,
                Optional.of(newDevice),
                hopLimit,
                trafficClass,
                pathMtuDiscovery,
                mark,
                flowLabel,
                payload);
    }
}
