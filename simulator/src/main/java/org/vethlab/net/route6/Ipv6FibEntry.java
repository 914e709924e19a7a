package org.vethlab.net.route6;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;

/** A route with its one next hop in a table, and what ICMP has taught about destinations behind it (struct fib6_info). */
final class Ipv6FibEntry {
    private Ipv6Route route;
    private final Map<Ipv6Address, Learnt> exceptions = new HashMap<>(0);

    Ipv6FibEntry(Ipv6Route route) {
        this.route = route;
    }

    /**
     * What is known of one destination (struct rt6_exception).
     *
     * @param gateway from a redirect; the destination itself if it is a neighbour
     * @param pathMtu from "packet too big", 0 for none
     * @param expires clock time in nanoseconds, {@link Long#MAX_VALUE} for never
     */
    record Learnt(Optional<Ipv6Address> gateway, int pathMtu, long expires) {}

    Ipv6Route route() {
        return route;
    }

    void change(Ipv6Route changed) {
        route = changed;
    }

    /** The device is up; the loopback device's rejects need it not to be. */
    boolean isDead() {
        return !route.isReject() && !route.device().map(Device::isUp).orElse(true);
    }

    /** Without carrier; own addresses do not need one. */
    boolean isLinkDown() {
        return switch (route.type()) {
            case LOCAL, ANYCAST -> false;
            default -> !route.device().map(Device::hasCarrier).orElse(true);
        };
    }

    boolean leavesBy(Device device) {
        return route.hop().leavesBy(device);
    }

    Optional<Learnt> learnt(Ipv6Address destination, long now) {
        Learnt known = exceptions.get(destination);
        return known == null || known.expires() <= now ? Optional.empty() : Optional.of(known);
    }

    void learn(Ipv6Address destination, Learnt news) {
        exceptions.put(destination, news);
    }

    Map<Ipv6Address, Learnt> exceptions() {
        return exceptions;
    }

    /** Equal in what makes a next hop (rt6_duplicate_nexthop). */
    boolean hasSameHop(Ipv6Route other) {
        return route.device().equals(other.device())
                && route.hop().gateway().equals(other.hop().gateway());
    }
}
