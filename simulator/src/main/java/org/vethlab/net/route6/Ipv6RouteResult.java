package org.vethlab.net.route6;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteType;

/**
 * The answer of an IPv6 route lookup (struct rt6_info).
 *
 * @param error set when there is no way: ENETUNREACH, EHOSTUNREACH, EACCES, EINVAL
 * @param device where the packet leaves; lo for an own address
 * @param gateway next hop other than the destination
 * @param route the table's route that decided, if any
 * @param pathMtu learnt from "packet too big"
 * @param redirected learnt from a redirect
 * @param expires clock time at which what was learnt ends
 */
public record Ipv6RouteResult(
        Optional<Errno> error,
        Optional<Device> device,
        Optional<Ipv6Address> gateway,
        Optional<Ipv6Route> route,
        OptionalInt pathMtu,
        boolean redirected,
        OptionalLong expires) {
    /** The longest packet that IPv6 knows (IP6_MAX_MTU). */
    private static final int MAX_MTU = 0xffff + 40;

    /** The least that every link carries (RFC 8200, 5). */
    public static final int MIN_MTU = 1280;

    static Ipv6RouteResult failed(Errno error, Optional<Ipv6Route> route) {
        return new Ipv6RouteResult(
                Optional.of(error),
                Optional.empty(),
                Optional.empty(),
                route,
                OptionalInt.empty(),
                false,
                OptionalLong.empty());
    }

    /** Straight out of a device, whatever the tables say. */
    public static Ipv6RouteResult over(Device device) {
        return new Ipv6RouteResult(
                Optional.empty(),
                Optional.of(device),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                OptionalLong.empty());
    }

    public boolean isError() {
        return error.isPresent();
    }

    public RouteType type() {
        return route.map(Ipv6Route::type).orElse(RouteType.UNREACHABLE);
    }

    /** This host gets the packet. */
    public boolean isLocal() {
        return type() == RouteType.LOCAL || type() == RouteType.ANYCAST;
    }

    /** The longest packet that this way takes: learnt, else the route's, else the device's (ip6_mtu). */
    public int mtu() {
        return pathMtu.isPresent() ? pathMtu.getAsInt() : ownMtu();
    }

    /** As {@link #mtu}, whatever was learnt. */
    public int ownMtu() {
        long device = device().map(Device::mtu).orElse(MAX_MTU);
        long mtu = route.map(Ipv6Route::metrics)
                .map(metrics -> metrics.get(RouteMetric.MTU).orElse(0))
                .filter(value -> value != 0)
                .orElse(device);
        return (int) Math.min(mtu, MAX_MTU);
    }
}
