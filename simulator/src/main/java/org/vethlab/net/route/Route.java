package org.vethlab.net.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;

/**
 * An IPv4 route as a table holds it (struct fib_alias and fib_info).
 *
 * @param tos type of service, 0 for any
 * @param metric RTA_PRIORITY, unsigned
 * @param protocol RTPROT_*
 * @param metrics RTAX_* by iproute2's names: mtu, advmss, window, …; {@code mtu lock} has the key "mtu lock"
 */
public record Route(
        RouteType type,
        Ipv4Prefix destination,
        int table,
        int tos,
        long metric,
        int protocol,
        Scope scope,
        Optional<Ipv4Address> preferredSource,
        List<NextHop> nextHops,
        Map<String, Long> metrics) {}
