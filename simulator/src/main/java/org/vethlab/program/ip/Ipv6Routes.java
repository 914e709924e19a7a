package org.vethlab.program.ip;

import java.util.List;
import org.vethlab.net.Namespace;

/** The IPv6 routes of a namespace, as {@code ip -6 route} and {@code ip route show table all} list them. */
final class Ipv6Routes {
    private Ipv6Routes() {}

    static List<RouteMessage> of(Namespace net) {
        return List.of();
    }
}
