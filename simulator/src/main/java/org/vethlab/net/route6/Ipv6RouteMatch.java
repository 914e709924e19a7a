package org.vethlab.net.route6;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.NextHop;

/**
 * What {@code ip -6 route del} says of the route to delete; empty and 0 match all (ip6_route_del). Surprising: neither
 * type nor source address count.
 *
 * @param nextHops of a multipath route: each is deleted alone
 */
public record Ipv6RouteMatch(
        Ipv6Prefix destination,
        int table,
        long metric,
        int protocol,
        Optional<Device> device,
        Optional<Ipv6Address> gateway,
        List<NextHop> nextHops) {
    public Ipv6RouteMatch {
        nextHops = List.copyOf(nextHops);
    }

    /**
     * Whether it means the route that every table has at ::/0 while there is no other, and that cannot be deleted
     * (fib6_null_entry): it stands on lo.
     */
    boolean isNullRoute() {
        boolean onLoopback =
                device.filter(named -> !named.has(DeviceFlag.LOOPBACK)).isEmpty();
        return destination.length() == 0 && gateway.isEmpty() && metric == 0 && protocol == 0 && onLoopback;
    }

    /** All that a route says of itself. */
    public static Ipv6RouteMatch of(Ipv6Route route) {
        boolean several = route.nextHops().size() > 1;
        return new Ipv6RouteMatch(
                route.destination(),
                route.table(),
                route.metric(),
                route.protocol(),
                several ? Optional.empty() : route.device(),
                several ? Optional.empty() : route.gateway(),
                several ? route.nextHops() : List.of());
    }

    /** The same for one next hop of several. */
    Ipv6RouteMatch of(NextHop hop) {
        Optional<Ipv6Address> via =
                hop.gateway().filter(Ipv6Address.class::isInstance).map(Ipv6Address.class::cast);
        return new Ipv6RouteMatch(destination, table, metric, protocol, hop.device(), via, List.of());
    }

    boolean matches(Ipv6Route route) {
        return (device.isEmpty() || device.equals(route.device()))
                && (gateway.isEmpty() || gateway.equals(route.gateway()))
                && (metric == 0 || metric == route.metric())
                && (protocol == 0 || protocol == route.protocol());
    }
}
