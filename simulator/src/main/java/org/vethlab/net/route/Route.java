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
 * @param nextHopId RTA_NH_ID: the next hops are those of an object that stands by itself; 0 for none
 * @param linkDown RTNH_F_LINKDOWN of the whole: all next hops lost their carrier at once
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
        RouteMetrics metrics,
        int nextHopId,
        boolean linkDown) {
    public Route {
        nextHops = List.copyOf(nextHops);
    }

    /** As a request says it. */
    public Route(
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
        this(type, destination, table, tos, metric, protocol, scope, preferredSource, nextHops, metrics, 0, false);
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
        return with(type, table, hops, nextHopId, linkDown);
    }

    /** The same by a next hop that stands by itself. */
    public Route withNextHopId(int id) {
        return with(type, table, nextHops, id, linkDown);
    }

    public Route withTable(int newTable) {
        return with(type, newTable, nextHops, nextHopId, linkDown);
    }

    public Route withType(RouteType newType) {
        return with(newType, table, nextHops, nextHopId, linkDown);
    }

    Route withMetrics(RouteMetrics newMetrics) {
        return new Route(
                type,
                destination,
                table,
                tos,
                metric,
                protocol,
                scope,
                preferredSource,
                nextHops,
                newMetrics,
                nextHopId,
                linkDown);
    }

    Route withLinkDown(boolean down) {
        return with(type, table, nextHops, nextHopId, down);
    }

    private Route with(RouteType newType, int newTable, List<NextHop> hops, int newNextHopId, boolean down) {
        return new Route(
                newType,
                destination,
                newTable,
                tos,
                metric,
                protocol,
                scope,
                preferredSource,
                hops,
                metrics,
                newNextHopId,
                down);
    }

    /** Whether the kernel would share one fib_info between the two (fib_find_info): link states do not count. */
    boolean sameAs(Route other) {
        boolean same = type == other.type
                && destination.equals(other.destination)
                && table == other.table
                && tos == other.tos
                && metric == other.metric
                && protocol == other.protocol
                && scope.equals(other.scope)
                && preferredSource.equals(other.preferredSource)
                && metrics.sameAs(other.metrics)
                && nextHopId == other.nextHopId;
        return same && sameHops(other.nextHops);
    }

    private boolean sameHops(List<NextHop> others) {
        if (nextHops.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < nextHops.size(); i++) {
            if (!nextHops.get(i).sameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
