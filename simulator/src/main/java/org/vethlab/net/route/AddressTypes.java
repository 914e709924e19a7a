package org.vethlab.net.route;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/** What an address is to this host, by the local table (inet_addr_type). */
final class AddressTypes {
    private final Fib fib;
    private final FibLookup lookup;

    AddressTypes(Fib fib, FibLookup lookup) {
        this.fib = fib;
        this.lookup = lookup;
    }

    RouteType of(Ipv4Address address) {
        return of(address, Routing.TABLE_LOCAL);
    }

    /** As if only the routes of one device were there (inet_dev_addr_type). */
    RouteType of(Ipv4Address address, Device device) {
        if (isSpecial(address)) {
            return special(address);
        }
        FibTable local = fib.table(Routing.TABLE_LOCAL).orElse(null);
        if (local == null) {
            return RouteType.BROADCAST;
        }
        FibResult found = lookup.inTable(local, FlowKey.to(address), FibLookup.Mode.PLAIN);
        return found.isFound() && found.found().hop(0).leavesBy(device) ? found.type() : RouteType.UNICAST;
    }

    RouteType of(Ipv4Address address, int table) {
        if (isSpecial(address)) {
            return special(address);
        }
        // A table that nobody has made says broadcast: no address is valid before lo or any address is there.
        return fib.table(table)
                .map(made -> lookup.inTable(made, FlowKey.to(address), FibLookup.Mode.PLAIN))
                .map(found -> found.isFound() ? found.type() : RouteType.UNICAST)
                .orElse(RouteType.BROADCAST);
    }

    private static boolean isSpecial(Ipv4Address address) {
        return address.isUnspecified() || address.isBroadcast() || address.isMulticast();
    }

    private static RouteType special(Ipv4Address address) {
        return address.isMulticast() ? RouteType.MULTICAST : RouteType.BROADCAST;
    }
}
