package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteMatch;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Scope;
import org.vethlab.program.ip.IpOptions.Family;

/** A route as the words of {@code ip route add} or {@code del} describe it (the request of iproute_modify). */
final class RouteRequest {
    Family family;
    Optional<RouteType> type = Optional.empty();
    Optional<InetPrefix> destination = Optional.empty();
    Optional<IpAddress> gateway = Optional.empty();
    /** Even 0.0.0.0, which is no gateway, makes the scope global. */
    boolean gatewaySaid;

    Optional<Ipv4Address> source = Optional.empty();
    Optional<String> deviceName = Optional.empty();
    Optional<Device> device = Optional.empty();
    Optional<Scope> scope = Optional.empty();
    OptionalInt protocol = OptionalInt.empty();
    OptionalInt table = OptionalInt.empty();
    OptionalLong metric = OptionalLong.empty();
    int tos;
    int realms;
    int nextHopId;
    boolean onLink;
    RouteMetrics metrics = RouteMetrics.NONE;
    final List<NextHop> nextHops = new ArrayList<>();

    RouteRequest(Family family) {
        this.family = family;
    }

    Route toRoute() {
        RouteType is = type.orElse(RouteType.UNICAST);
        return new Route(
                        is,
                        destination.orElseThrow().ipv4Prefix(),
                        tableOf(is),
                        tos,
                        metric.orElse(0),
                        protocol.orElse(RouteProtocol.BOOT),
                        scope.orElse(scopeOf(is)),
                        source,
                        hops(),
                        metrics)
                .withNextHopId(nextHopId);
    }

    private List<NextHop> hops() {
        if (!nextHops.isEmpty()) {
            return nextHops;
        }
        boolean none = device.isEmpty() && gateway.isEmpty() && !onLink;
        return none ? List.of() : List.of(new NextHop(device, gateway, 1, onLink, realms, Scope.GLOBAL, false, false));
    }

    /** What is not said matches all, but for a type of its own, whose scope counts. */
    RouteMatch toMatch() {
        Optional<Scope> narrow = type.filter(is -> is != RouteType.UNICAST).map(this::scopeOf);
        return new RouteMatch(
                destination.orElseThrow().ipv4Prefix(),
                type.map(this::tableOf).orElse(table.orElse(Routing.TABLE_MAIN)),
                tos,
                metric,
                protocol,
                type,
                scope.isPresent() ? scope : narrow,
                device,
                gateway.filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast),
                source,
                nextHops,
                metrics,
                nextHopId);
    }

    private int tableOf(RouteType is) {
        if (table.isPresent()) {
            return table.getAsInt();
        }
        return switch (is) {
            case LOCAL, BROADCAST, NAT, ANYCAST -> Routing.TABLE_LOCAL;
            default -> Routing.TABLE_MAIN;
        };
    }

    private Scope scopeOf(RouteType is) {
        return switch (is) {
            case LOCAL, NAT -> Scope.HOST;
            case BROADCAST, MULTICAST, ANYCAST -> Scope.LINK;
            case UNICAST -> !gatewaySaid && nextHops.isEmpty() && nextHopId == 0 ? Scope.LINK : Scope.GLOBAL;
            default -> Scope.GLOBAL;
        };
    }
}
