package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.ipv4.SourceAddresses;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.sysctl.Ipv4Conf;

/** The way of a packet made on this host (ip_route_output_key_hash_rcu, __mkroute_output). */
final class OutputRouting {
    private final Namespace namespace;
    private final FibLookup lookup;
    private final PathSelection paths;
    private final SourceAddresses sources;
    private final ResultBuilder results;

    OutputRouting(Namespace namespace, FibLookup lookup, PathSelection paths, SourceAddresses sources) {
        this.namespace = namespace;
        this.lookup = lookup;
        this.paths = paths;
        this.sources = sources;
        this.results = new ResultBuilder(namespace);
    }

    RouteResult route(FlowKey flow) {
        return route(flow, FibLookup.Mode.PLAIN);
    }

    /** For SO_DONTROUTE (RTO_ONLINK): routes with a gateway do not count, their scope being wider than a link. */
    RouteResult onLink(FlowKey flow) {
        return route(flow, new FibLookup.Mode(Scope.LINK, false));
    }

    private RouteResult route(FlowKey flow, FibLookup.Mode mode) {
        Ipv4Address destination = flow.destination();
        Optional<Ipv4Address> source = flow.source().filter(address -> !address.isUnspecified());
        if (source.isPresent()) {
            Ipv4Address own = source.get();
            if (own.isMulticast() || own.isBroadcast()) {
                return RouteResult.failed(Errno.EINVAL);
            }
            Optional<Device> owner = namespace.ipv4().routing().deviceOfLocal(own);
            if (owner.isEmpty()) {
                return RouteResult.failed(Errno.ENETUNREACH);
            }
            // A bound source address chooses the device of a multicast or limited broadcast.
            if (flow.output().isEmpty() && (destination.isMulticast() || destination.isBroadcast())) {
                return make(flow, source, owner.get(), Optional.empty());
            }
        }
        if (flow.output().isPresent()) {
            return throughDevice(flow, source, flow.output().get(), mode);
        }
        return destination.isUnspecified() ? toSelf(flow, source) : byTables(flow, source, mode);
    }

    /** SO_BINDTODEVICE and {@code oif}: the tables may only say by which gateway. */
    private RouteResult throughDevice(FlowKey flow, Optional<Ipv4Address> source, Device device, FibLookup.Mode mode) {
        if (!device.isUp()) {
            return RouteResult.failed(Errno.ENETUNREACH);
        }
        Ipv4Address destination = flow.destination();
        if (destination.isLinkLocalGroup() || destination.isBroadcast()) {
            return make(flow, orSelect(source, device, Scope.LINK), device, Optional.empty());
        }
        Optional<Ipv4Address> from = source;
        if (destination.isMulticast()) {
            from = orSelect(source, device, Scope.GLOBAL);
        } else if (destination.isUnspecified()) {
            from = orSelect(source, device, Scope.HOST);
        }
        return destination.isUnspecified() ? toSelf(flow, from) : byTables(flow, from, mode);
    }

    private Optional<Ipv4Address> orSelect(Optional<Ipv4Address> source, Device device, Scope scope) {
        return source.isPresent() ? source : sources.select(device, Ipv4Address.ANY, scope);
    }

    /** 0.0.0.0 means this host. */
    private RouteResult toSelf(FlowKey flow, Optional<Ipv4Address> source) {
        Ipv4Address self = source.orElse(Ipv4Address.LOOPBACK);
        Device loopback = namespace.devices().loopback();
        FlowKey key = flow.to(self, flow.output());
        return results.build(decision(RouteType.LOCAL, key, Optional.of(self), loopback, true), Optional.empty());
    }

    private RouteResult byTables(FlowKey flow, Optional<Ipv4Address> source, FibLookup.Mode mode) {
        FlowKey key = source.map(flow::from).orElse(flow);
        FibResult found = lookup.lookup(key, mode);
        if (!found.isFound()) {
            if (flow.output().isEmpty() || flow.domain().isPresent()) {
                return RouteResult.failed(found);
            }
            // Bound to a device, a packet may leave though no route says so: its destination is taken for a neighbour.
            Device device = flow.output().get();
            return make(flow, orSelect(source, device, Scope.LINK), device, Optional.empty());
        }
        if (found.type() == RouteType.LOCAL) {
            Optional<Ipv4Address> from = source.isPresent()
                    ? source
                    : Optional.of(found.route().preferredSource().orElse(flow.destination()));
            return make(flow, from, loopbackOf(found), Optional.of(found));
        }
        FibResult path = flow.outputWithinDomain().isPresent() ? found : paths.select(found, key);
        Device device = path.nextHop().device().orElseThrow(() -> new IllegalStateException("no device: " + path));
        Optional<Ipv4Address> from = source.isPresent() ? source : sourceFor(flow, path, device);
        return make(flow, from, device, Optional.of(path));
    }

    /** A route that leaks out of a VRF keeps a source address of the VRF (the end of fib_select_path). */
    private Optional<Ipv4Address> sourceFor(FlowKey flow, FibResult path, Device device) {
        Optional<Vrf> domain = flow.domain();
        return domain.isEmpty() || Vrf.of(device).equals(domain)
                ? paths.source(path)
                : sources.select(domain.get(), Ipv4Address.ANY, Scope.LINK);
    }

    /** In a VRF its device is what lo is elsewhere. */
    private Device loopbackOf(FibResult local) {
        return local.nextHop()
                .device()
                .flatMap(Vrf::of)
                .<Device>map(vrf -> vrf)
                .orElseGet(() -> namespace.devices().loopback());
    }

    private RouteResult make(FlowKey flow, Optional<Ipv4Address> source, Device device, Optional<FibResult> found) {
        Ipv4Address destination = flow.destination();
        boolean loopback = device.has(DeviceFlag.LOOPBACK);
        boolean fromLocalnet = source.map(Ipv4Address::isLoopback).orElse(false);
        if (fromLocalnet
                && !loopback
                && !(device instanceof Vrf)
                && !namespace.sysctls().isOn(device, Ipv4Conf.ROUTE_LOCALNET)) {
            return RouteResult.failed(Errno.EINVAL);
        }
        if (destination.isBroadcast()) {
            return results.build(decision(RouteType.BROADCAST, flow, source, device, true), Optional.empty(), found);
        }
        if (destination.isMulticast()) {
            boolean joined = MulticastGroups.isJoined(device, destination);
            // Without a route for groups the default route serves, but not its gateway.
            Optional<FibResult> own = found.filter(result -> result.prefixLength() >= 4);
            return results.build(decision(RouteType.MULTICAST, flow, source, device, joined), own, found);
        }
        if (destination.isUnspecified()) {
            return RouteResult.failed(Errno.EINVAL);
        }
        RouteType type = found.map(FibResult::type).orElse(RouteType.UNICAST);
        boolean local = loopback || type == RouteType.LOCAL || type == RouteType.BROADCAST;
        return results.build(decision(type, flow, source, device, local), found);
    }

    private static ResultBuilder.Decision decision(
            RouteType type, FlowKey flow, Optional<Ipv4Address> source, Device device, boolean local) {
        return new ResultBuilder.Decision(type, device, flow.destination(), source, local, false);
    }
}
