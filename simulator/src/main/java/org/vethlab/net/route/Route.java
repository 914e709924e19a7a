package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.link.Device;

/**
 * An IPv4 route as a request says it or as a table holds it (struct fib_alias and fib_info).
 *
 * @param table 0 in a request means main
 * @param tos type of service, 0 for any
 * @param metric RTA_PRIORITY, unsigned
 * @param protocol RTPROT_*
 * @param nextHops none for blackhole and its kin
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
        RouteMetrics metrics) {
    public Route {
        nextHops = List.copyOf(nextHops);
    }

    /** A plain unicast route of the main table, as {@code ip route add} asks for it. */
    public static Route to(Ipv4Prefix destination, NextHop nextHop) {
        return new Route(
                RouteType.UNICAST,
                destination,
                Routing.TABLE_MAIN,
                0,
                0,
                RouteProtocol.BOOT,
                nextHop.gateway().isPresent() ? Scope.GLOBAL : Scope.LINK,
                Optional.empty(),
                List.of(nextHop),
                RouteMetrics.NONE);
    }

    /** Whether some next hop leaves by the device (fib_info_nh_uses_dev). */
    public boolean uses(Device device) {
        for (NextHop hop : nextHops) {
            if (hop.leavesBy(device)) {
                return true;
            }
        }
        return false;
    }

    public Route withNextHops(List<NextHop> hops) {
        return new Route(type, destination, table, tos, metric, protocol, scope, preferredSource, hops, metrics);
    }

    public Route withTable(int newTable) {
        return new Route(type, destination, newTable, tos, metric, protocol, scope, preferredSource, nextHops, metrics);
    }

    /** Whether the kernel would share one fib_info between the two (fib_find_info): link states do not count. */
    boolean sameAs(Route other) {
        if (!withNextHops(List.of()).equals(other.withNextHops(List.of()))
                || nextHops.size() != other.nextHops.size()) {
            return false;
        }
        for (int i = 0; i < nextHops.size(); i++) {
            if (!nextHops.get(i).sameAs(other.nextHops.get(i))) {
                return false;
            }
        }
        return true;
    }
}
