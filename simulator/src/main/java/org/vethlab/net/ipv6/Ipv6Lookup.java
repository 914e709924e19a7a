package org.vethlab.net.ipv6;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;

/** Which of the routes that there are leads to a destination, and with which source (ip6_route_output). */
final class Ipv6Lookup {
    private final Ipv6 ipv6;

    Ipv6Lookup(Ipv6 ipv6) {
        this.ipv6 = ipv6;
    }

    /** The local table first, then main; in each the longest prefix, of equals the first. */
    Optional<Ipv6Route> find(Ipv6Address destination, Optional<Device> output) {
        Optional<Ipv6Route> local = find(Routing.TABLE_LOCAL, destination, output);
        return local.isPresent() ? local : find(Routing.TABLE_MAIN, destination, output);
    }

    private Optional<Ipv6Route> find(int table, Ipv6Address destination, Optional<Device> output) {
        List<Ipv6Route> fitting = ipv6.routes().stream()
                .filter(route -> route.table() == table && route.destination().contains(destination))
                .filter(route -> output.isEmpty() || output.get() == route.device())
                .toList();
        return fitting.stream()
                .reduce((one, other) ->
                        other.destination().length() > one.destination().length() ? other : one);
    }

    /** RFC 6724 in short: the destination itself, else an address of the device of the same scope, closest in its bits. */
    Optional<Ipv6Address> source(Ipv6Route route, Ipv6Address destination) {
        if (route.type() == RouteType.LOCAL) {
            return Optional.of(destination);
        }
        return ipv6.addresses().of(route.device()).stream()
                .filter(address -> !address.has(Ipv6AddressFlag.TENTATIVE))
                .map(Ipv6InterfaceAddress::local)
                .filter(address -> address.isLinkLocal() == destination.isLinkLocal() || destination.isMulticast())
                .max(Comparator.comparingInt(address -> commonBits(address, destination)));
    }

    private static int commonBits(Ipv6Address one, Ipv6Address other) {
        int high = Long.numberOfLeadingZeros(one.high() ^ other.high());
        return high < Long.SIZE ? high : high + Long.numberOfLeadingZeros(one.low() ^ other.low());
    }
}
