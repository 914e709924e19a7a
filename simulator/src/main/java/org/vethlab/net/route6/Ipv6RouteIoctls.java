package org.vethlab.net.route6;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Routing.Mode;
import org.vethlab.net.route.Scope;

/** The old way to IPv6 routes (SIOCADDRT, SIOCDELRT with struct in6_rtmsg), which net-tools still goes. */
public final class Ipv6RouteIoctls {
    private final Namespace namespace;

    public Ipv6RouteIoctls(Namespace namespace) {
        this.namespace = namespace;
    }

    /** What struct in6_rtmsg says. */
    public record Entry(
            Ipv6Prefix destination,
            Optional<Ipv6Address> gateway,
            long metric,
            Optional<String> device,
            boolean reject) {}

    /** @throws NetException ENODEV, EEXIST, EHOSTUNREACH, EINVAL */
    public void add(Entry entry) {
        Optional<Device> device = entry.device().map(this::device);
        // RTF_HOST is the same bit as RTNH_F_ONLINK: a gateway to one host is not looked for.
        boolean onLink = entry.destination().length() == 128 && entry.gateway().isPresent();
        NextHop hop =
                new NextHop(device, entry.gateway().map(address -> address), 1, onLink, 0, Scope.GLOBAL, false, false);
        namespace
                .ipv6()
                .routing()
                .add(
                        Mode.ADD,
                        new Ipv6Route(
                                entry.reject() ? RouteType.UNREACHABLE : RouteType.UNICAST,
                                entry.destination(),
                                Routing.TABLE_MAIN,
                                entry.metric(),
                                RouteProtocol.BOOT,
                                Optional.empty(),
                                List.of(hop),
                                RouteMetrics.NONE,
                                Preference.MEDIUM,
                                OptionalLong.empty(),
                                false,
                                0));
    }

    /** Surprising: the metric counts, and is 1 if nobody says another. @throws NetException ESRCH, ENODEV */
    public void delete(Entry entry) {
        namespace
                .ipv6()
                .routing()
                .delete(new Ipv6RouteMatch(
                        entry.destination(),
                        Routing.TABLE_MAIN,
                        entry.metric(),
                        0,
                        entry.device().map(this::device),
                        entry.gateway(),
                        List.of()));
    }

    private Device device(String name) {
        return namespace.devices().byName(name).orElseThrow(() -> new NetException(Errno.ENODEV));
    }
}
