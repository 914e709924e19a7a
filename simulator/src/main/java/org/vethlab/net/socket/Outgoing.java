package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;
import org.vethlab.wire.IpPayload;

/**
 * What a transport protocol hands to the internet layer of its address family.
 *
 * @param source the bound address; empty lets the route choose
 * @param device SO_BINDTODEVICE, or the zone of a link-local destination
 * @param hopLimit 1 to 255; 0 for the default
 * @param trafficClass IPv4's type of service, IPv6's traffic class
 * @param broadcast SO_BROADCAST
 */
public record Outgoing(
        IpAddress destination,
        Optional<IpAddress> source,
        Optional<Device> device,
        int hopLimit,
        int trafficClass,
        int mark,
        boolean broadcast,
        IpPayload payload) {}
