package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Scope;

/** Which routes {@code ip route show} and {@code flush} are about: the SELECTOR (filter_nlmsg of ip/iproute.c). */
final class RouteFilter {
    /** 0 for all tables. */
    int table = Routing.TABLE_MAIN;
    /** {@code table cache}. */
    boolean cache;

    Optional<InetPrefix> root = Optional.empty();
    Optional<InetPrefix> match = Optional.empty();
    Optional<InetPrefix> gateway = Optional.empty();
    Optional<InetPrefix> source = Optional.empty();
    /** {@code from …}: IPv4 routes have no source, so that only a source of length 0 fits. */
    Optional<InetPrefix> from = Optional.empty();

    OptionalInt tos = OptionalInt.empty();
    OptionalInt protocol = OptionalInt.empty();
    Optional<Scope> scope = Optional.empty();
    Optional<RouteType> type = Optional.empty();
    Optional<Device> device = Optional.empty();
    Optional<Device> input = Optional.empty();
    Optional<Long> metric = Optional.empty();
    OptionalInt realms = OptionalInt.empty();
    int realmsMask = -1;
    boolean marked;
    private boolean withoutOwn;

    /** The table of a VRF, without the routes of own addresses that stand there too. */
    void ofVrf(int vrfTable) {
        table = vrfTable;
        withoutOwn = true;
    }

    /** What prints everything: the filter of {@code ip route get}. */
    static RouteFilter none() {
        RouteFilter filter = new RouteFilter();
        filter.table = 0;
        return filter;
    }

    boolean pinsGateway() {
        return gateway.filter(InetPrefix::isHost).isPresent();
    }

    /** Only a filter for both halves leaves the realms unprinted. */
    boolean pinsRealms() {
        return realms.isPresent() && realmsMask == -1;
    }

    boolean pinsSource() {
        return source.filter(InetPrefix::isHost).isPresent();
    }

    boolean accepts(RouteMessage route) {
        if (withoutOwn && (route.type() == RouteType.LOCAL || route.type() == RouteType.BROADCAST)) {
            return false;
        }
        return (table == 0 || table == route.table())
                && (protocol.isEmpty() || protocol.getAsInt() == route.protocol())
                && scope.map(route.scope()::equals).orElse(true)
                && type.map(route.type()::equals).orElse(true)
                && (tos.isEmpty() || tos.getAsInt() == route.tos())
                && metric.map(value -> route.metric().orElse(0) == value).orElse(true)
                && device.map(wanted -> route.device().filter(wanted::equals).isPresent())
                        .orElse(true)
                && input.isEmpty()
                && !marked
                && (realms.isEmpty() || ((realms.getAsInt() ^ route.realms()) & realmsMask) == 0)
                && acceptsAddresses(route);
    }

    private boolean acceptsAddresses(RouteMessage route) {
        return root.map(prefix -> prefix.length() <= route.destinationLength()
                                && holds(prefix, prefix.length(), route, route.destination()))
                        .orElse(true)
                && match.map(prefix -> prefix.length() >= route.destinationLength()
                                && holds(prefix, route.destinationLength(), route, route.destination()))
                        .orElse(true)
                && from.map(prefix -> prefix.length() == 0).orElse(true)
                && gateway.map(prefix -> holds(prefix, prefix.length(), route, route.gateway()))
                        .orElse(true)
                && source.map(prefix -> holds(prefix, prefix.length(), route, route.preferredSource()))
                        .orElse(true);
    }

    /** Whether the first bits are the same; an address that is not there counts as 0. */
    private static boolean holds(InetPrefix prefix, int bits, RouteMessage route, Optional<IpAddress> address) {
        boolean inet6 = prefix.address().map(Ipv6Address.class::isInstance).orElse(route.isIpv6());
        if (inet6 != route.isIpv6()) {
            return false;
        }
        if (inet6) {
            Ipv6Address wanted =
                    prefix.address().orElse(Ipv6Address.ANY) instanceof Ipv6Address own ? own : Ipv6Address.ANY;
            Ipv6Address actual = address.orElse(Ipv6Address.ANY) instanceof Ipv6Address own ? own : Ipv6Address.ANY;
            return Ipv6Prefix.of(wanted, bits).contains(actual);
        }
        Ipv4Address actual = address.orElse(Ipv4Address.ANY) instanceof Ipv4Address own ? own : Ipv4Address.ANY;
        return Ipv4Prefix.of(prefix.ipv4(), bits).contains(actual);
    }
}
