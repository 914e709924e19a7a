package org.vethlab.net.ipv6;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;

/** The routes that addresses and devices make: connected, local, and ff00::/8 (net/ipv6/addrconf.c). */
final class Ipv6Routes {
    /** IP6_RT_PRIO_ADDRCONF. */
    private static final long METRIC = 256;

    private static final Ipv6Prefix MULTICAST = new Ipv6Prefix(new Ipv6Address(0xff00_0000_0000_0000L, 0), 8);

    /** By what the dump's walk through the tree meets first: what lies inside a prefix comes before it. */
    private static final Comparator<Ipv6Route> WALK = (one, other) -> {
        Ipv6Prefix first = one.destination();
        Ipv6Prefix second = other.destination();
        boolean nested = first.contains(second.network()) || second.contains(first.network());
        return nested ? Integer.compare(second.length(), first.length()) : first.compareTo(second);
    };

    private Ipv6Routes() {}

    /** Those of the main table, then those of local. */
    static List<Ipv6Route> of(Collection<Ipv6Device> devices) {
        List<Ipv6InterfaceAddress> addresses = devices.stream()
                .flatMap(device -> device.addresses().stream())
                .sorted(Comparator.comparingLong(Ipv6InterfaceAddress::sequence))
                .toList();
        List<Ipv6Route> main = new ArrayList<>();
        List<Ipv6Route> local = new ArrayList<>();
        for (Ipv6InterfaceAddress address : addresses) {
            if (!address.local().isLoopback() && !address.has(Ipv6AddressFlag.NOPREFIXROUTE)) {
                main.add(connected(address));
            }
            if (!address.has(Ipv6AddressFlag.TENTATIVE) && !address.has(Ipv6AddressFlag.DADFAILED)) {
                local.add(local(address));
            }
        }
        devices.stream()
                .filter(device -> device.isReady() && !device.isLoopback() && !device.isDisabled())
                .sorted(Comparator.comparingLong(Ipv6Device::readySequence))
                .forEach(device -> local.add(multicast(device)));
        main.sort(WALK);
        local.sort(WALK);
        main.addAll(local);
        return main;
    }

    private static Ipv6Route connected(Ipv6InterfaceAddress address) {
        Ipv6Address inside = address.peer().orElse(address.local());
        return new Ipv6Route(
                RouteType.UNICAST,
                Ipv6Prefix.of(inside, address.prefixLength()),
                address.device(),
                Routing.TABLE_MAIN,
                address.metric() == 0 ? METRIC : address.metric(),
                !address.device().hasCarrier());
    }

    private static Ipv6Route local(Ipv6InterfaceAddress address) {
        return new Ipv6Route(
                RouteType.LOCAL, Ipv6Prefix.host(address.local()), address.device(), Routing.TABLE_LOCAL, 0, false);
    }

    private static Ipv6Route multicast(Ipv6Device device) {
        return new Ipv6Route(
                RouteType.MULTICAST,
                MULTICAST,
                device.device(),
                Routing.TABLE_LOCAL,
                METRIC,
                !device.device().hasCarrier());
    }
}
