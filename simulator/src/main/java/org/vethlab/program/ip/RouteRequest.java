package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteMatch;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Scope;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteMatch;
import org.vethlab.net.route6.Preference;
import org.vethlab.program.ip.IpOptions.Family;

/** A route as the words of {@code ip route add} or {@code del} describe it (the request of iproute_modify). */
final class RouteRequest {
    private static final long SECOND = 1_000_000_000L;

    Family family;
    Optional<RouteType> type = Optional.empty();
    Optional<InetPrefix> destination = Optional.empty();
    Optional<IpAddress> gateway = Optional.empty();
    /** Even 0.0.0.0, which is no gateway, makes the scope global. */
    boolean gatewaySaid;

    Optional<IpAddress> source = Optional.empty();
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
    /** Seconds: IPv6 routes may have a lifetime, and a router's preference. */
    OptionalLong expires = OptionalLong.empty();

    Preference preference = Preference.MEDIUM;
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
                        ipv4Source(),
                        hops(),
                        metrics)
                .withNextHopId(nextHopId);
    }

    private Optional<Ipv4Address> ipv4Source() {
        return source.filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast);
    }

    /** @param now clock time in nanoseconds */
    Ipv6Route toIpv6Route(long now) {
        RouteType is = type.orElse(RouteType.UNICAST);
        return new Ipv6Route(
                is,
                destination.orElseThrow().ipv6Prefix(),
                tableOf(is),
                metric.orElse(0),
                protocol.orElse(RouteProtocol.BOOT),
                source.filter(Ipv6Address.class::isInstance).map(Ipv6Address.class::cast),
                hops(),
                metrics,
                preference,
                expires.isPresent() ? OptionalLong.of(now + expires.getAsLong() * SECOND) : OptionalLong.empty(),
                false,
                nextHopId);
    }

    Ipv6RouteMatch toIpv6Match() {
        return new Ipv6RouteMatch(
                destination.orElseThrow().ipv6Prefix(),
                type.map(this::tableOf).orElse(table.orElse(Routing.TABLE_MAIN)),
                metric.orElse(0),
                protocol.orElse(0),
                device,
                gateway.filter(Ipv6Address.class::isInstance).map(Ipv6Address.class::cast),
                nextHops);
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
                ipv4Source(),
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
