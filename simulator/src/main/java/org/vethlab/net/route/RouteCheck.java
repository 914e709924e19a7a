package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/**
 * Whether a new route makes sense, and by which device and at which scope its gateways are reached
 * (fib_create_info, net/ipv4/fib_semantics.c).
 *
 * <p>A gateway must be nearer than the route that names it: it is looked up with a scope of at least LINK, so that only
 * routes to neighbours and own addresses answer, never another gatewayed route.
 */
final class RouteCheck {
    private static final NextHop UNSAID = new NextHop(Optional.empty(), Optional.empty(), 1, false);

    private final Fib fib;
    private final FibLookup lookup;
    private final AddressTypes types;

    RouteCheck(Fib fib, FibLookup lookup, AddressTypes types) {
        this.fib = fib;
        this.lookup = lookup;
        this.types = types;
    }

    /** The route as the table will hold it. @throws NetException in Linux's words */
    Route check(Route route) {
        if (route.type().widestScope().compareTo(route.scope()) > 0) {
            throw invalid("Invalid scope");
        }
        if (route.type() == RouteType.NAT) {
            throw invalid("Invalid route type");
        }
        if (route.type().error().isPresent()) {
            return checkRefusing(route);
        }
        if (route.scope().compareTo(Scope.HOST) > 0) {
            throw invalid("Invalid scope");
        }
        List<NextHop> requested = route.nextHops().isEmpty() ? List.of(UNSAID) : route.nextHops();
        List<NextHop> hops =
                route.scope().equals(Scope.HOST) ? List.of(checkHostScope(requested)) : checkEach(requested, route);
        if (route.preferredSource().isPresent()
                && !isValidSource(route, route.preferredSource().get())) {
            throw invalid("Invalid prefsrc address");
        }
        return route.withNextHops(hops).withLinkDown(hops.stream().allMatch(NextHop::linkDown));
    }

    private static NetException invalid(String text) {
        return new NetException(Errno.EINVAL, text);
    }

    private static Route checkRefusing(Route route) {
        for (NextHop hop : route.nextHops()) {
            if (route.nextHops().size() > 1
                    || hop.device().isPresent()
                    || hop.gateway().isPresent()) {
                throw invalid("Gateway, device and multipath can not be specified for this route type");
            }
        }
        return route.withNextHops(List.of());
    }

    private static NextHop checkHostScope(List<NextHop> hops) {
        if (hops.size() != 1) {
            throw invalid("Route with host scope can not have multiple nexthops");
        }
        NextHop hop = hops.get(0);
        if (hop.gateway().isPresent()) {
            throw invalid("Route with host scope can not have a gateway");
        }
        Device device = hop.device().orElseThrow(() -> new NetException(Errno.ENODEV));
        // A local route works without carrier and while the device is down.
        return hop.resolved(device, Scope.NOWHERE).withState(false, false);
    }

    private List<NextHop> checkEach(List<NextHop> requested, Route route) {
        List<NextHop> hops = new ArrayList<>();
        for (NextHop hop : requested) {
            hops.add(check(hop, route));
        }
        return hops;
    }

    private NextHop check(NextHop hop, Route route) {
        if (hop.gateway().isEmpty()) {
            return checkDirect(hop);
        }
        if (!(hop.gateway().get() instanceof Ipv4Address gateway)) {
            throw invalid("IPv6 support not enabled in kernel");
        }
        return hop.onLink() ? checkOnLink(hop, gateway, route.scope()) : checkGateway(hop, gateway, route);
    }

    private static NextHop checkDirect(NextHop hop) {
        if (hop.onLink()) {
            throw invalid("Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
        }
        Device device = hop.device().orElseThrow(() -> new NetException(Errno.ENODEV));
        if (!device.isUp()) {
            throw new NetException(Errno.ENETDOWN, "Device for nexthop is not up");
        }
        return hop.resolved(device, Scope.HOST);
    }

    private NextHop checkOnLink(NextHop hop, Ipv4Address gateway, Scope scope) {
        if (scope.compareTo(Scope.LINK) >= 0) {
            throw invalid("Nexthop has invalid scope");
        }
        Device device =
                hop.device().orElseThrow(() -> new NetException(Errno.ENODEV, "Nexthop device required for onlink"));
        if (!device.isUp()) {
            throw new NetException(Errno.ENETDOWN, "Nexthop device is not up");
        }
        if (types.of(gateway) != RouteType.UNICAST) {
            throw invalid("Nexthop has invalid gateway");
        }
        return hop.resolved(device, Scope.LINK);
    }

    private NextHop checkGateway(NextHop hop, Ipv4Address gateway, Route route) {
        FlowKey flow = FlowKey.to(gateway).to(gateway, hop.device());
        int narrower = Math.max(route.scope().code() + 1, Scope.LINK.code());
        FibLookup.Mode mode = new FibLookup.Mode(new Scope(Math.min(narrower, 255)), true);
        FibResult found = FibResult.NOTHING;
        if (route.table() != Routing.TABLE_MAIN) {
            Optional<FibTable> own = fib.table(route.table());
            found = own.isPresent() ? lookup.inTable(own.get(), flow, mode) : found;
        }
        if (!found.isFound()) {
            found = lookup.lookup(flow, mode);
        }
        if (!found.isFound()) {
            throw new NetException(found.failure(), "Nexthop has invalid gateway");
        }
        if (found.type() != RouteType.UNICAST && found.type() != RouteType.LOCAL) {
            throw invalid("Nexthop has invalid gateway");
        }
        Device device = found.nextHop().device().orElseThrow(() -> invalid("No egress device for nexthop gateway"));
        if (!device.isUp()) {
            throw new NetException(Errno.ENETDOWN);
        }
        return hop.resolved(device, found.route().scope());
    }

    /** fib_valid_prefsrc: an own address, or the very address that a local route makes one. */
    private boolean isValidSource(Route route, Ipv4Address source) {
        if (route.type() == RouteType.LOCAL
                && !route.destination().network().isUnspecified()
                && source.equals(route.destination().network())) {
            return true;
        }
        int table = route.table() == Routing.TABLE_MAIN ? Routing.TABLE_LOCAL : route.table();
        return types.of(source, table) == RouteType.LOCAL || types.of(source) == RouteType.LOCAL;
    }
}
