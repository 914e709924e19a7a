package org.vethlab.net.route6;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;

/**
 * An IPv6 route as a request says it or as a table shows it. A table keeps one route for each next hop (struct
 * fib6_info); those with a gateway, the same destination and the same metric share the traffic and are shown as one.
 *
 * @param table 0 in a request means main
 * @param metric RTA_PRIORITY, unsigned; 0 in a request means 1024
 * @param protocol RTPROT_*
 * @param nextHops of blackhole and its kin: the loopback device
 * @param expires clock time in nanoseconds
 * @param ofAddress made by an address or a router's advertisement (RTF_ADDRCONF): never shares its traffic
 * @param nextHopId RTA_NH_ID: the next hops are those of an object that stands by itself; 0 for none
 */
public record Ipv6Route(
        RouteType type,
        Ipv6Prefix destination,
        int table,
        long metric,
        int protocol,
        Optional<Ipv6Address> preferredSource,
        List<NextHop> nextHops,
        RouteMetrics metrics,
        Preference preference,
        OptionalLong expires,
        boolean ofAddress,
        int nextHopId) {
    /** IP6_RT_PRIO_USER: what a route has if the user says nothing. */
    public static final long USER_METRIC = 1024;

    /** IP6_RT_PRIO_ADDRCONF: what connected routes have. */
    public static final long ADDRESS_METRIC = 256;

    public Ipv6Route {
        nextHops = List.copyOf(nextHops);
    }

    /** A route that the kernel makes for an address or a device. */
    public static Ipv6Route kernel(
            RouteType type, Ipv6Prefix destination, int table, long metric, int protocol, Device device) {
        return new Ipv6Route(
                type,
                destination,
                table,
                metric,
                protocol,
                Optional.empty(),
                List.of(NextHop.over(device)),
                RouteMetrics.NONE,
                Preference.MEDIUM,
                OptionalLong.empty(),
                false,
                0);
    }

    /** The same as the kernel makes it for an address. */
    public Ipv6Route connected(OptionalLong when) {
        return new Ipv6Route(
                type,
                destination,
                table,
                metric,
                protocol,
                preferredSource,
                nextHops,
                metrics,
                preference,
                when,
                true,
                nextHopId);
    }

    NextHop hop() {
        return nextHops.get(0);
    }

    public Optional<Device> device() {
        return nextHops.isEmpty() ? Optional.empty() : hop().device();
    }

    /** The gateway of the first next hop. */
    public Optional<Ipv6Address> gateway() {
        return nextHops.isEmpty()
                ? Optional.empty()
                : hop().gateway().filter(Ipv6Address.class::isInstance).map(Ipv6Address.class::cast);
    }

    /** Whether it shares its traffic with others of the same metric (rt6_qualify_for_ecmp). */
    boolean mayShare() {
        return !ofAddress && nextHopId == 0 && hop().gateway().isPresent();
    }

    boolean isExpired(long now) {
        return expires.isPresent() && expires.getAsLong() <= now;
    }

    /** RTF_REJECT: it leads nowhere. */
    boolean isReject() {
        return type.error().isPresent();
    }

    Ipv6Route withNextHops(List<NextHop> hops) {
        return new Ipv6Route(
                type,
                destination,
                table,
                metric,
                protocol,
                preferredSource,
                hops,
                metrics,
                preference,
                expires,
                ofAddress,
                nextHopId);
    }

    /** As a table keeps it: with a table and a metric. */
    Ipv6Route placed() {
        return new Ipv6Route(
                type,
                destination,
                table == 0 ? Routing.TABLE_MAIN : table,
                metric == 0 ? USER_METRIC : metric,
                protocol,
                preferredSource,
                nextHops,
                metrics.kept(),
                preference,
                expires,
                ofAddress,
                nextHopId);
    }

    /** The type that it truly is: what would lead back to the loopback device is unreachable (fib6_is_reject). */
    Ipv6Route as(RouteType newType, NextHop hop) {
        return new Ipv6Route(
                newType,
                destination,
                table,
                metric,
                protocol,
                preferredSource,
                List.of(hop),
                metrics,
                preference,
                expires,
                ofAddress,
                nextHopId);
    }

    public Ipv6Route expiring(OptionalLong when) {
        return new Ipv6Route(
                type,
                destination,
                table,
                metric,
                protocol,
                preferredSource,
                nextHops,
                metrics,
                preference,
                when,
                ofAddress,
                nextHopId);
    }

    Ipv6Route withoutSource() {
        return new Ipv6Route(
                type,
                destination,
                table,
                metric,
                protocol,
                Optional.empty(),
                nextHops,
                metrics,
                preference,
                expires,
                ofAddress,
                nextHopId);
    }
}
