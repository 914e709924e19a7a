package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;

/**
 * The answer of a route lookup (struct rtable).
 *
 * @param error set when there is no way: ENETUNREACH, EHOSTUNREACH, EACCES say what ICMP message the sender of a
 *     received packet gets; EINVAL: it is dropped without one
 * @param refusal why a received packet is refused (EINVAL), as a drop reason
 * @param type unicast, local, broadcast, multicast
 * @param device where the packet leaves; lo for local
 * @param gateway next hop other than the destination
 * @param source the source address that the packet has or gets
 * @param route the table's route that decided, if any
 * @param table the number of the table that was asked, 0 if none was: main while it holds local's routes too
 * @param local RTCF_LOCAL: this host gets the packet (too)
 * @param redirected learnt from an ICMP redirect ({@code cache <redirected>})
 * @param doRedirect forwarding it calls for an ICMP redirect ({@code cache <redirect>})
 * @param pathMtu learnt path MTU in bytes
 * @param mtuLocked the path MTU is below net.ipv4.route.min_pmtu: fragment, and do not set DF
 * @param expires seconds until what was learnt expires
 * @param rule the policy rule that decided; told only while somebody listens to the trace
 */
public record RouteResult(
        Optional<Errno> error,
        Optional<Refusal> refusal,
        RouteType type,
        Optional<Device> device,
        Optional<Ipv4Address> gateway,
        Optional<Ipv4Address> source,
        Optional<Route> route,
        int table,
        boolean local,
        boolean redirected,
        boolean doRedirect,
        OptionalInt pathMtu,
        boolean mtuLocked,
        OptionalLong expires,
        Optional<Rule> rule) {
    /** Why a received packet is refused (enum skb_drop_reason). */
    public enum Refusal {
        INVALID_SOURCE,
        INVALID_DESTINATION,
        /** One of this host's own addresses as the source, from outside. */
        LOCAL_SOURCE,
        /** 127.0.0.0/8 from outside. */
        LOCALNET,
        REVERSE_PATH_FILTER,
        NO_DEVICE
    }

    /** Longest packet without a link: IP_MAX_MTU. */
    private static final int MAX_MTU = 0xffff;

    /** The same way out, but to this next hop. */
    public RouteResult via(Ipv4Address nextHop) {
        return new RouteResult(
                error,
                refusal,
                type,
                device,
                Optional.of(nextHop),
                source,
                route,
                table,
                local,
                redirected,
                doRedirect,
                pathMtu,
                mtuLocked,
                expires,
                rule);
    }

    static RouteResult failed(Errno error) {
        return new RouteResult(
                Optional.of(error),
                Optional.empty(),
                RouteType.UNREACHABLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                false,
                false,
                OptionalInt.empty(),
                false,
                OptionalLong.empty(),
                Optional.empty());
    }

    /** What the tables, or a rule, say. */
    static RouteResult failed(FibResult found) {
        RouteResult failed = failed(found.failure());
        return found.rule() == null ? failed : failed.by(found.rule());
    }

    private RouteResult by(Rule decider) {
        return new RouteResult(
                error,
                refusal,
                type,
                device,
                gateway,
                source,
                route,
                table,
                local,
                redirected,
                doRedirect,
                pathMtu,
                mtuLocked,
                expires,
                Optional.of(decider));
    }

    static RouteResult refused(Refusal refusal) {
        RouteResult failed = failed(Errno.EINVAL);
        return new RouteResult(
                failed.error,
                Optional.of(refusal),
                failed.type,
                failed.device,
                failed.gateway,
                failed.source,
                failed.route,
                0,
                false,
                false,
                false,
                failed.pathMtu,
                false,
                failed.expires,
                failed.rule);
    }

    public boolean isError() {
        return error.isPresent();
    }

    /** The longest packet that this way takes (ipv4_mtu): learnt, else the route's, else the device's. */
    public int mtu() {
        if (pathMtu.isPresent()) {
            return pathMtu.getAsInt();
        }
        RouteMetrics metrics = route.map(Route::metrics).orElse(RouteMetrics.NONE);
        long mtu = metrics.get(RouteMetric.MTU)
                .orElse(device.map(Device::mtu).orElse(MAX_MTU).longValue());
        return (int) Math.min(mtu, MAX_MTU);
    }

    /** {@code mtu lock} or a path below the minimum: path MTU discovery is off (ip_mtu_locked). */
    public boolean isMtuLocked() {
        return mtuLocked
                || route.map(found -> found.metrics().isLocked(RouteMetric.MTU)).orElse(false);
    }
}
