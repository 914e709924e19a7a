package org.vethlab.net.ipv6;

import java.util.OptionalLong;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6Routing;

/** The routes that addresses and devices make: connected, local, anycast, ff00::/8 (net/ipv6/addrconf.c). */
final class Ipv6AddressRoutes {
    private static final long SECOND = 1_000_000_000L;
    private static final Ipv6Prefix MULTICAST = new Ipv6Prefix(new Ipv6Address(0xff00_0000_0000_0000L, 0), 8);

    private final Ipv6Routing routing;

    Ipv6AddressRoutes(Ipv6Routing routing) {
        this.routing = routing;
    }

    /** The connected route is there at once, however long duplicate detection takes; not on a device that is down. */
    void addPrefix(Ipv6InterfaceAddress address, long now) {
        if (address.local().isLoopback() || address.has(Ipv6AddressFlag.NOPREFIXROUTE)) {
            return;
        }
        long metric = metric(address);
        Ipv6Route route = Ipv6Route.kernel(
                RouteType.UNICAST,
                prefix(address),
                table(address.device(), Routing.TABLE_MAIN),
                metric,
                RouteProtocol.KERNEL,
                address.device());
        routing.addQuietly(route.connected(expiry(address, now)));
    }

    /** In a VRF its table holds all of them (l3mdev_fib_table). */
    private static int table(Device device, int usual) {
        return Vrf.of(device).map(Vrf::table).orElse(usual);
    }

    private static OptionalLong expiry(Ipv6InterfaceAddress address, long now) {
        long left = address.validLifetime(now);
        return left == Ipv6InterfaceAddress.FOREVER ? OptionalLong.empty() : OptionalLong.of(now + left * SECOND);
    }

    private static long metric(Ipv6InterfaceAddress address) {
        return address.metric() == 0 ? Ipv6Route.ADDRESS_METRIC : address.metric();
    }

    private static Ipv6Prefix prefix(Ipv6InterfaceAddress address) {
        return Ipv6Prefix.of(address.local(), address.prefixLength());
    }

    /** Lifetimes or metric of the address have changed: its connected route is made anew. */
    void changePrefix(Ipv6InterfaceAddress address, long now) {
        removePrefix(address.device(), prefix(address));
        addPrefix(address, now);
    }

    /** Only if no other address of the device needs it; what has a lifetime ends by itself (check_cleanup_prefix_route). */
    void deletePrefix(Ipv6InterfaceAddress address, Iterable<Ipv6InterfaceAddress> others) {
        if (!address.has(Ipv6AddressFlag.PERMANENT) || address.has(Ipv6AddressFlag.NOPREFIXROUTE)) {
            return;
        }
        for (Ipv6InterfaceAddress other : others) {
            if (other.prefixLength() == address.prefixLength() && prefix(other).equals(prefix(address))) {
                return;
            }
        }
        removePrefix(address.device(), prefix(address));
    }

    private void removePrefix(Device device, Ipv6Prefix prefix) {
        routing.remove(route -> route.ofAddress()
                && route.type() == RouteType.UNICAST
                && route.destination().equals(prefix)
                && route.device().filter(device::equals).isPresent());
    }

    /** An address is known to be unique: packets to it are ours, and its peer is a neighbour. */
    void addLocal(Ipv6InterfaceAddress address) {
        routing.addLocal(local(RouteType.LOCAL, address.local(), address.device()));
        address.peer()
                .ifPresent(peer -> routing.addQuietly(Ipv6Route.kernel(
                                RouteType.UNICAST,
                                Ipv6Prefix.host(peer),
                                table(address.device(), Routing.TABLE_MAIN),
                                metric(address),
                                RouteProtocol.KERNEL,
                                address.device())
                        .connected(OptionalLong.empty())));
    }

    void deleteLocal(Ipv6InterfaceAddress address) {
        deleteOwn(RouteType.LOCAL, address.local(), address.device());
        address.peer().ifPresent(peer -> removePrefix(address.device(), Ipv6Prefix.host(peer)));
        routing.forgetSource(address.local(), address.device());
    }

    private static Ipv6Route local(RouteType type, Ipv6Address address, Device device) {
        return Ipv6Route.kernel(
                type, Ipv6Prefix.host(address), table(device, Routing.TABLE_LOCAL), 0, RouteProtocol.KERNEL, device);
    }

    /** A router answers for the network's own address (RFC 4291, 2.6.1). */
    void addAnycast(Ipv6Address address, Device device) {
        routing.addLocal(local(RouteType.ANYCAST, address, device));
    }

    void deleteAnycast(Ipv6Address address, Device device) {
        deleteOwn(RouteType.ANYCAST, address, device);
    }

    private void deleteOwn(RouteType type, Ipv6Address address, Device device) {
        routing.remove(route -> route.type() == type
                && route.destination().equals(Ipv6Prefix.host(address))
                && route.protocol() == RouteProtocol.KERNEL
                && route.device().filter(device::equals).isPresent());
    }

    /** Groups are reached over every device that is up (addrconf_add_mroute). */
    void addMulticast(Device device) {
        int table = table(device, Routing.TABLE_LOCAL);
        boolean known = routing.at(table, MULTICAST).stream()
                .anyMatch(route -> route.device().filter(device::equals).isPresent());
        if (!known) {
            routing.addQuietly(Ipv6Route.kernel(
                    RouteType.MULTICAST, MULTICAST, table, Ipv6Route.ADDRESS_METRIC, RouteProtocol.KERNEL, device));
        }
    }
}
