package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.link.Device;

/**
 * What {@code ip route del} says of the route to delete; empty matches all (fib_table_delete).
 *
 * @param tos matched exactly: a route with another type of service is another route
 * @param nextHops of a multipath route
 * @param nextHopId the object that the route names, 0 for any
 */
public record RouteMatch(
        Ipv4Prefix destination,
        int table,
        int tos,
        OptionalLong metric,
        OptionalInt protocol,
        Optional<RouteType> type,
        Optional<Scope> scope,
        Optional<Device> device,
        Optional<Ipv4Address> gateway,
        Optional<Ipv4Address> preferredSource,
        List<NextHop> nextHops,
        RouteMetrics metrics,
        int nextHopId) {
    public RouteMatch {
        nextHops = List.copyOf(nextHops);
    }

    /** All that a route says of itself. */
    public static RouteMatch of(Route route) {
        NextHop first = route.nextHops().isEmpty()
                ? new NextHop(Optional.empty(), Optional.empty(), 1, false)
                : route.nextHops().get(0);
        return new RouteMatch(
                route.destination(),
                route.table(),
                route.tos(),
                route.metric() == 0 ? OptionalLong.empty() : OptionalLong.of(route.metric()),
                OptionalInt.of(route.protocol()),
                Optional.of(route.type()),
                Optional.of(route.scope()),
                first.device(),
                first.gateway().filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast),
                route.preferredSource(),
                List.of(),
                RouteMetrics.NONE,
                route.nextHopId());
    }

    boolean matches(Route route) {
        return type.map(route.type()::equals).orElse(true)
                && scope.map(route.scope()::equals).orElse(true)
                && preferredSource
                        .map(source -> route.preferredSource().equals(Optional.of(source)))
                        .orElse(true)
                && (protocol.isEmpty() || protocol.getAsInt() == route.protocol())
                && matchesNextHops(route)
                && metrics.values().entrySet().stream()
                        .allMatch(entry -> route.metrics().get(entry.getKey()).orElse(0) == entry.getValue());
    }

    /** fib_nh_match: a device or gateway is compared with the first next hop alone. */
    private boolean matchesNextHops(Route route) {
        if (metric.isPresent() && metric.getAsLong() != 0 && metric.getAsLong() != route.metric()) {
            return false;
        }
        if (nextHopId != 0) {
            return nextHopId == route.nextHopId();
        }
        if (route.nextHopId() != 0) {
            return device.isEmpty() && gateway.isEmpty() && nextHops.isEmpty();
        }
        if (device.isPresent() || gateway.isPresent()) {
            return !route.nextHops().isEmpty()
                    && covers(device, gateway, route.nextHops().get(0));
        }
        if (nextHops.isEmpty()) {
            return true;
        }
        if (nextHops.size() < route.nextHops().size()) {
            return false;
        }
        for (int i = 0; i < route.nextHops().size(); i++) {
            NextHop wanted = nextHops.get(i);
            Optional<Ipv4Address> wantedGateway =
                    wanted.gateway().filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast);
            if (!covers(wanted.device(), wantedGateway, route.nextHops().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Optional<Device> device, Optional<Ipv4Address> gateway, NextHop hop) {
        return (device.isEmpty() || device.equals(hop.device()))
                && (gateway.isEmpty() || hop.gateway().equals(Optional.of(gateway.get())));
    }
}
