package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/**
 * By which device and at which scope a next hop is reached, if it is (fib_check_nh).
 *
 * <p>A gateway must be nearer than the route that names it: it is looked up with a scope of at least LINK, so that only
 * routes to neighbours and own addresses answer, never another gatewayed route.
 */
final class NextHopCheck {
    private final Fib fib;
    private final FibLookup lookup;
    private final AddressTypes types;

    NextHopCheck(Fib fib, FibLookup lookup, AddressTypes types) {
        this.fib = fib;
        this.lookup = lookup;
        this.types = types;
    }

    /** @param table and scope of the route. @throws NetException in Linux's words */
    NextHop check(NextHop hop, int table, Scope scope) {
        if (hop.gateway().isEmpty()) {
            return checkDirect(hop);
        }
        if (!(hop.gateway().get() instanceof Ipv4Address gateway)) {
            return checkIpv6Gateway(hop);
        }
        return hop.onLink() ? checkOnLink(hop, gateway, scope) : checkGateway(hop, gateway, table, scope);
    }

    private static NetException invalid(String text) {
        return new NetException(Errno.EINVAL, text);
    }

    /** An IPv6 gateway is taken for a neighbour. */
    private static NextHop checkIpv6Gateway(NextHop hop) {
        Device device = hop.device().orElseThrow(() -> new NetException(Errno.EHOSTUNREACH));
        if (!device.isUp()) {
            throw new NetException(Errno.ENETDOWN, "Nexthop device is not up");
        }
        return hop.resolved(device, Scope.LINK);
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

    private NextHop checkGateway(NextHop hop, Ipv4Address gateway, int table, Scope scope) {
        FlowKey flow = FlowKey.to(gateway).to(gateway, hop.device());
        int narrower = Math.max(scope.code() + 1, Scope.LINK.code());
        FibLookup.Mode mode = new FibLookup.Mode(new Scope(Math.min(narrower, 255)), true);
        FibResult found = FibResult.NOTHING;
        if (table != Routing.TABLE_MAIN) {
            Optional<FibTable> own = fib.table(table);
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
}
