package org.vethlab.net.ipv6;

import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteType;

/**
 * A route that the kernel makes for an address or a device.
 *
 * @param linkDown the device has no carrier
 */
public record Ipv6Route(
        RouteType type, Ipv6Prefix destination, Device device, int table, long metric, boolean linkDown) {}
