package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** Whether a new route makes sense, and what it will be in the table (fib_create_info, net/ipv4/fib_semantics.c). */
final class RouteCheck {
    private static final NextHop UNSAID = new NextHop(Optional.empty(), Optional.empty(), 1, false);

    /** Those that Debian's kernel has built in; empty is "as usual". */
    private static final Set<String> CONGESTION_CONTROLS = Set.of("", "reno", "cubic");

    private final NextHopCheck check;
    private final NextHopObjects objects;
    private final AddressTypes types;

    RouteCheck(NextHopCheck check, NextHopObjects objects, AddressTypes types) {
        this.check = check;
        this.objects = objects;
        this.types = types;
    }

    /** The route as the table will hold it. @throws NetException in Linux's words */
    Route check(Route requested) {
        if (!CONGESTION_CONTROLS.contains(requested.metrics().congestionControl())) {
            throw invalid("Unknown tcp congestion algorithm");
        }
        return checkPlain(requested.withMetrics(requested.metrics().kept()));
    }

    private Route checkPlain(Route route) {
        if (route.type().widestScope().compareTo(route.scope()) > 0) {
            throw invalid("Invalid scope");
        }
        Optional<NextHopObject> object = object(route);
        if (route.type() == RouteType.NAT) {
            throw invalid("Invalid route type");
        }
        if (route.type().error().isPresent()) {
            return checkRefusing(route);
        }
        if (route.scope().compareTo(Scope.HOST) > 0) {
            throw invalid("Invalid scope");
        }
        Route made = object.isPresent() ? withObject(route, object.get()) : withHops(route);
        if (route.preferredSource().isPresent()
                && !isValidSource(route, route.preferredSource().get())) {
            throw invalid("Invalid prefsrc address");
        }
        return made;
    }

    private Optional<NextHopObject> object(Route route) {
        if (route.nextHopId() == 0) {
            return Optional.empty();
        }
        if (!route.nextHops().isEmpty()) {
            throw invalid("Nexthop specification and nexthop id are mutually exclusive");
        }
        return Optional.of(objects.find(route.nextHopId()).orElseThrow(() -> invalid("Nexthop id does not exist")));
    }

    private Route withObject(Route route, NextHopObject object) {
        objects.checkScope(object, route.scope());
        return objects.applied(route, object);
    }

    private Route withHops(Route route) {
        List<NextHop> requested = route.nextHops().isEmpty() ? List.of(UNSAID) : route.nextHops();
        List<NextHop> hops =
                route.scope().equals(Scope.HOST) ? List.of(checkHostScope(requested)) : checkEach(requested, route);
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
            hops.add(check.check(hop, route.table(), route.scope()));
        }
        return hops;
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
