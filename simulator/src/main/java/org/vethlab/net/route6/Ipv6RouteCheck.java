package org.vethlab.net.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv6Conf;

/** Whether a new route makes sense (fib6_nh_init, ip6_validate_gw, ip6_route_info_create). */
final class Ipv6RouteCheck {
    private final Namespace namespace;
    private final Ipv6FibLookup lookup;

    Ipv6RouteCheck(Namespace namespace, Ipv6FibLookup lookup) {
        this.namespace = namespace;
        this.lookup = lookup;
    }

    /** One route for each next hop. @throws NetException ENODEV, ENETDOWN, EINVAL, EHOSTUNREACH, EEXIST */
    List<Ipv6Route> check(Ipv6Route request) {
        if (request.nextHops().size() < 2) {
            NextHop hop = request.nextHops().stream()
                    .findFirst()
                    .orElse(new NextHop(Optional.empty(), Optional.empty(), 1, false));
            return List.of(one(request, hop));
        }
        List<Ipv6Route> routes = new ArrayList<>();
        for (NextHop hop : request.nextHops()) {
            Ipv6Route route = one(request, hop);
            if (route.gateway().isEmpty()) {
                throw new NetException(
                        Errno.EINVAL, "Device only routes can not be added for IPv6 using the multipath API.");
            }
            if (routes.stream().anyMatch(other -> new Ipv6FibEntry(other).hasSameHop(route))) {
                throw new NetException(Errno.EEXIST);
            }
            routes.add(route);
        }
        return routes;
    }

    private Ipv6Route one(Ipv6Route request, NextHop hop) {
        if (hop.onLink()) {
            requireUp(hop.device()
                    .orElseThrow(() -> new NetException(Errno.ENODEV, "Nexthop device required for onlink")));
        }
        if (request.isReject()) {
            return request.as(request.type(), NextHop.over(loopback()));
        }
        NextHop resolved = hop.gateway().isPresent() ? throughGateway(request, hop) : hop;
        Device device = resolved.device().orElseThrow(() -> new NetException(Errno.ENODEV));
        if (namespace.sysctls().ipv6(device, Ipv6Conf.DISABLE_IPV6) != 0) {
            throw new NetException(Errno.EACCES, "IPv6 is disabled on nexthop device");
        }
        requireUp(device);
        checkSource(request, device);
        return request.as(request.type(), resolved);
    }

    private Device loopback() {
        return namespace.devices().byName("lo").orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    private static void requireUp(Device device) {
        if (!device.isUp()) {
            throw new NetException(Errno.ENETDOWN, "Nexthop device is not up");
        }
    }

    private void checkSource(Ipv6Route request, Device device) {
        boolean foreign = request.preferredSource()
                .filter(source -> !namespace.ipv6().isOwn(source, device))
                .isPresent();
        if (foreign) {
            throw new NetException(Errno.EINVAL, "Invalid source address");
        }
    }

    /** The gateway's own route says the device; it must be a neighbour. */
    private NextHop throughGateway(Ipv6Route request, NextHop hop) {
        IpAddress said = hop.gateway().orElseThrow();
        if (!(said instanceof Ipv6Address gateway)) {
            throw new NetException(Errno.EINVAL, "IPv6 does not support RTA_VIA attribute");
        }
        if (namespace.ipv6().isOwn(gateway, hop.device())) {
            throw new NetException(Errno.EINVAL, "Gateway can not be a local address");
        }
        NextHop found = hop;
        if (!gateway.isLinkLocal()) {
            if (gateway.isMulticast() || gateway.isUnspecified() || gateway.isLoopback()) {
                throw new NetException(Errno.EINVAL, "Invalid gateway address");
            }
            found = hop.onLink() ? hop : hop.resolved(neighbourDevice(request, gateway, hop.device()), Scope.LINK);
        }
        Device device = found.device().orElseThrow(() -> new NetException(Errno.EINVAL, "Egress device not specified"));
        if (device.has(DeviceFlag.LOOPBACK)) {
            throw new NetException(Errno.EINVAL, "Egress device can not be loopback device for this route");
        }
        return found;
    }

    /** ip6_route_check_nh: in the route's own table, then as any packet would go; never by another gateway. */
    private Device neighbourDevice(Ipv6Route request, Ipv6Address gateway, Optional<Device> wanted) {
        Ipv6FlowKey flow = Ipv6FlowKey.to(gateway, Optional.empty(), wanted);
        return Optional.of(lookup.inTable(request.table(), flow))
                .flatMap(found -> onLinkDevice(found, wanted))
                .or(() -> onLinkDevice(lookup.lookup(flow), wanted))
                .orElseThrow(() -> new NetException(Errno.EHOSTUNREACH));
    }

    private static Optional<Device> onLinkDevice(Ipv6FibLookup.Found found, Optional<Device> wanted) {
        return found.entry()
                .map(Ipv6FibEntry::route)
                .filter(route ->
                        found.error().isEmpty() && route.hop().gateway().isEmpty())
                .flatMap(Ipv6Route::device)
                .filter(device -> wanted.isEmpty() || wanted.get() == device);
    }
}
