package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Vrf;

/** The routes that addresses make: local, broadcast and connected (net/ipv4/fib_frontend.c). */
final class AddressRoutes {
    private final Fib fib;
    private final RouteCheck check;

    AddressRoutes(Fib fib, RouteCheck check) {
        this.fib = fib;
        this.check = check;
    }

    /**
     * fib_add_ifaddr. A device that is down gives its addresses a local route all the same: they are own addresses,
     * and are answered for on other devices.
     *
     * @param primary the address whose routes a secondary shares: it is their source
     */
    void add(InterfaceAddress address, InterfaceAddress primary) {
        Device device = address.device();
        insert(RouteType.LOCAL, Ipv4Prefix.host(address.local()), primary, 0);
        if (!device.isUp()) {
            return;
        }
        address.broadcast()
                .filter(broadcast -> !broadcast.isBroadcast())
                .ifPresent(broadcast -> insert(RouteType.BROADCAST, Ipv4Prefix.host(broadcast), primary, 0));
        if (address.secondary() || !makesSubnet(address)) {
            return;
        }
        if (!address.noPrefixRoute()) {
            insert(subnetType(device), address.prefix(), primary, address.metric());
        }
        if (address.prefixLength() < 31) {
            insert(RouteType.BROADCAST, Ipv4Prefix.host(address.prefix().broadcast()), primary, 0);
        }
    }

    /** 0.0.0.0/N and a /32 of one's own are no subnets. */
    private static boolean makesSubnet(InterfaceAddress address) {
        Ipv4Prefix prefix = address.prefix();
        return !prefix.network().isUnspecified()
                && (!prefix.network().equals(address.local()) || address.prefixLength() < 32);
    }

    private static RouteType subnetType(Device device) {
        return device.has(DeviceFlag.LOOPBACK) ? RouteType.LOCAL : RouteType.UNICAST;
    }

    /** {@code ip addr replace … metric N}: the connected route moves (fib_modify_prefix_metric). */
    void changeMetric(InterfaceAddress address, long newMetric) {
        if (!address.device().isUp() || address.secondary() || address.noPrefixRoute() || !makesSubnet(address)) {
            return;
        }
        RouteType type = subnetType(address.device());
        insert(type, address.prefix(), address, newMetric);
        delete(type, address.prefix(), address, address.metric());
    }

    /**
     * fib_del_ifaddr: takes away what no remaining address needs.
     *
     * @param remaining the device's addresses; the deleted one is not among them
     * @return whether the address is no longer local, so that routes with it as their source must go
     */
    boolean delete(InterfaceAddress address, InterfaceAddress primary, AddressesInUse remaining) {
        boolean subnet = !address.secondary() && makesSubnet(address);
        if (subnet && !address.noPrefixRoute()) {
            delete(subnetType(address.device()), address.prefix(), primary, 0);
        }
        address.broadcast()
                .filter(broadcast -> !remaining.needsBroadcast(broadcast))
                .ifPresent(broadcast -> delete(RouteType.BROADCAST, Ipv4Prefix.host(broadcast), primary, 0));
        if (subnet && address.prefixLength() < 31) {
            for (Ipv4Address end :
                    List.of(address.prefix().broadcast(), address.prefix().network())) {
                if (!remaining.needsBroadcast(end)) {
                    delete(RouteType.BROADCAST, Ipv4Prefix.host(end), primary, 0);
                }
            }
        }
        if (remaining.needsLocal(address.local())) {
            return false;
        }
        delete(RouteType.LOCAL, Ipv4Prefix.host(address.local()), primary, 0);
        return true;
    }

    private static Route route(RouteType type, Ipv4Prefix destination, InterfaceAddress primary, long metric) {
        int usual = type == RouteType.UNICAST ? Routing.TABLE_MAIN : Routing.TABLE_LOCAL;
        // In a VRF its table holds all of them.
        int table = Vrf.of(primary.device()).map(Vrf::table).orElse(usual);
        return new Route(
                type,
                destination,
                table,
                0,
                metric,
                RouteProtocol.KERNEL,
                type == RouteType.LOCAL ? Scope.HOST : Scope.LINK,
                Optional.of(primary.local()),
                List.of(NextHop.over(primary.device())),
                RouteMetrics.NONE);
    }

    private void insert(RouteType type, Ipv4Prefix destination, InterfaceAddress primary, long metric) {
        Route route = route(type, destination, primary, metric);
        try {
            fib.obtain(route.table()).insert(Routing.Mode.APPEND, check.check(route));
        } catch (NetException refused) {
            // As in the kernel: an address keeps, whether its routes could be made or were there already.
        }
    }

    private void delete(RouteType type, Ipv4Prefix destination, InterfaceAddress primary, long metric) {
        Route route = route(type, destination, primary, metric);
        try {
            fib.obtain(route.table()).delete(RouteMatch.of(route));
        } catch (NetException refused) {
            // Deleted by hand before.
        }
    }
}
