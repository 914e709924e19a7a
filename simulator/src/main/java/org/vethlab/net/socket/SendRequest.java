package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.IpPayload;

/**
 * A packet to send: sendmsg(2) with the socket options that govern it.
 *
 * @param source bound source address (IP_PKTINFO or bind), else the route chooses
 * @param device SO_BINDTODEVICE
 * @param ttl 1 to 255; 0 for net.ipv4.ip_default_ttl
 * @param pathMtuDiscovery IP_MTU_DISCOVER
 * @param broadcast SO_BROADCAST: without it a broadcast address is refused with EACCES
 * @param options IP_OPTIONS
 */
public record SendRequest(
        Ipv4Address destination,
        Optional<Ipv4Address> source,
        Optional<Device> device,
        int ttl,
        int tos,
        PathMtuDiscovery pathMtuDiscovery,
        boolean broadcast,
        int mark,
        HeaderOptions options,
        IpPayload payload) {
    /** A packet without IP options. */
    public SendRequest(
            Ipv4Address destination,
            Optional<Ipv4Address> source,
            Optional<Device> device,
            int ttl,
            int tos,
            PathMtuDiscovery pathMtuDiscovery,
            boolean broadcast,
            int mark,
            IpPayload payload) {
        this(destination, source, device, ttl, tos, pathMtuDiscovery, broadcast, mark, HeaderOptions.NONE, payload);
    }

    /** The same with a source address. */
    public SendRequest from(Ipv4Address own) {
        return new SendRequest(
                destination, Optional.of(own), device, ttl, tos, pathMtuDiscovery, broadcast, mark, options, payload);
    }

    /** IP_PMTUDISC_*. */
    public enum PathMtuDiscovery {
        /** Never set DF. */
        DONT,
        /** Set DF unless the packet must be fragmented here. */
        WANT,
        /** Always set DF: what is too long is refused with EMSGSIZE. */
        DO,
        /** Set DF, ignore the learnt path MTU. */
        PROBE;

        /** What is too long is refused, not cut. */
        public boolean refusesFragments() {
            return this == DO || this == PROBE;
        }
    }
}
