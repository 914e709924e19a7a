package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/**
 * What a route lookup goes by (struct flowi4). With an input device it is the lookup of a received packet
 * (ip_route_input), without one that of a packet made here (ip_route_output).
 */
public record FlowKey(
        Ipv4Address destination,
        Optional<Ipv4Address> source,
        Optional<Device> input,
        Optional<Device> output,
        int tos,
        int mark) {
    public static FlowKey to(Ipv4Address destination) {
        return new FlowKey(destination, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
    }
}
