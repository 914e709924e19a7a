package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.Sysctls;
import org.vethlab.net.ipv4.SourceAddresses;
import org.vethlab.net.link.Device;
import org.vethlab.net.sysctl.Ipv4Conf;

/** The way of a received packet (ip_route_input_rcu, ip_route_input_slow, __mkroute_input). */
final class InputRouting {
    private final Namespace namespace;
    private final FibLookup lookup;
    private final PathSelection paths;
    private final SourceAddresses sources;
    private final SourceValidation validation;
    private final ResultBuilder results;

    InputRouting(
            Namespace namespace,
            FibLookup lookup,
            PathSelection paths,
            SourceAddresses sources,
            SourceValidation validation) {
        this.namespace = namespace;
        this.lookup = lookup;
        this.paths = paths;
        this.sources = sources;
        this.validation = validation;
        this.results = new ResultBuilder(namespace);
    }

    RouteResult route(FlowKey flow, Device input) {
        Ipv4Address source = flow.source().orElse(Ipv4Address.ANY);
        Ipv4Address destination = flow.destination();
        if (destination.isMulticast()) {
            return multicast(flow, input, source);
        }
        Optional<RouteResult.Refusal> martian = martian(source, destination, input);
        if (martian.isPresent()) {
            return RouteResult.refused(martian.get());
        }
        if (destination.isBroadcast() || destination.isUnspecified()) {
            return broadcast(flow, input, source, Optional.empty());
        }
        boolean forwards = namespace.sysctls().isOn(input, Ipv4Conf.FORWARDING);
        FibResult found = lookup.lookup(flow);
        if (!found.isFound()) {
            return forwards ? RouteResult.failed(found) : RouteResult.failed(Errno.EHOSTUNREACH);
        }
        if (found.type() == RouteType.BROADCAST && !forwardsBroadcasts(input)) {
            return broadcast(flow, input, source, Optional.of(found));
        }
        if (found.type() == RouteType.LOCAL) {
            return local(flow, input, source, found);
        }
        if (!forwards) {
            return RouteResult.failed(Errno.EHOSTUNREACH);
        }
        if (found.type() != RouteType.UNICAST && found.type() != RouteType.BROADCAST) {
            return RouteResult.refused(RouteResult.Refusal.INVALID_DESTINATION);
        }
        return forward(flow, input, source, paths.select(found, flow));
    }

    private boolean forwardsBroadcasts(Device input) {
        return namespace.sysctls().isOn(input, Ipv4Conf.BC_FORWARDING);
    }

    /** Addresses that no packet from outside may bear, whatever the tables say. */
    private Optional<RouteResult.Refusal> martian(Ipv4Address source, Ipv4Address destination, Device input) {
        if (source.isMulticast() || source.isBroadcast()) {
            return Optional.of(RouteResult.Refusal.INVALID_SOURCE);
        }
        if (destination.isBroadcast() || source.isUnspecified() && destination.isUnspecified()) {
            return Optional.empty();
        }
        if (source.isUnspecified()) {
            return Optional.of(RouteResult.Refusal.INVALID_SOURCE);
        }
        if (destination.isUnspecified()) {
            return Optional.of(RouteResult.Refusal.INVALID_DESTINATION);
        }
        boolean localnet = source.isLoopback() || destination.isLoopback();
        return localnet && !namespace.sysctls().isOn(input, Ipv4Conf.ROUTE_LOCALNET)
                ? Optional.of(RouteResult.Refusal.LOCALNET)
                : Optional.empty();
    }

    private RouteResult multicast(FlowKey flow, Device input, Ipv4Address source) {
        if (!MulticastGroups.isJoined(input, flow.destination())) {
            return RouteResult.refused(RouteResult.Refusal.INVALID_DESTINATION);
        }
        if (source.isMulticast() || source.isBroadcast() || source.isLoopback()) {
            return RouteResult.refused(RouteResult.Refusal.INVALID_SOURCE);
        }
        if (!source.isUnspecified()) {
            SourceValidation.Verdict verdict = validation.validate(flow, source, input, Optional.empty());
            if (verdict.refusal().isPresent()) {
                return RouteResult.refused(verdict.refusal().get());
            }
        }
        return build(RouteType.MULTICAST, flow, namespace.devices().loopback(), true, false, Optional.empty());
    }

    private RouteResult broadcast(FlowKey flow, Device input, Ipv4Address source, Optional<FibResult> found) {
        if (!source.isUnspecified()) {
            FlowKey toAny = flow.to(Ipv4Address.ANY, Optional.empty());
            SourceValidation.Verdict verdict = validation.validate(toAny, source, input, Optional.empty());
            if (verdict.refusal().isPresent()) {
                return RouteResult.refused(verdict.refusal().get());
            }
        }
        return build(RouteType.BROADCAST, flow, namespace.devices().loopback(), true, false, found);
    }

    private RouteResult local(FlowKey flow, Device input, Ipv4Address source, FibResult found) {
        SourceValidation.Verdict verdict = validation.validate(flow, source, input, Optional.empty());
        return verdict.refusal().isPresent()
                ? RouteResult.refused(verdict.refusal().get())
                : build(RouteType.LOCAL, flow, namespace.devices().loopback(), true, false, Optional.of(found));
    }

    private RouteResult forward(FlowKey flow, Device input, Ipv4Address source, FibResult path) {
        Device output = path.nextHop().device().orElseThrow(() -> new IllegalStateException("no device: " + path));
        SourceValidation.Verdict verdict = validation.validate(flow, source, input, Optional.of(output));
        if (verdict.refusal().isPresent()) {
            return RouteResult.refused(verdict.refusal().get());
        }
        boolean redirect = output == input && verdict.neighbour() && callsForRedirect(source, output, path);
        return build(path.type(), flow, output, false, redirect, Optional.of(path));
    }

    /** The sender is a neighbour of the next hop: it had better send there itself. */
    private boolean callsForRedirect(Ipv4Address source, Device output, FibResult path) {
        Sysctls sysctls = namespace.sysctls();
        if (!sysctls.isOn(output, Ipv4Conf.SEND_REDIRECTS)) {
            return false;
        }
        Ipv4Address gateway =
                path.nextHop().gateway().orElse(null) instanceof Ipv4Address address ? address : Ipv4Address.ANY;
        return sysctls.isOn(output, Ipv4Conf.SHARED_MEDIA) || sources.onLink(output, source, gateway);
    }

    private RouteResult build(
            RouteType type, FlowKey flow, Device device, boolean local, boolean doRedirect, Optional<FibResult> found) {
        return results.build(
                new ResultBuilder.Decision(type, device, flow.destination(), flow.source(), local, doRedirect), found);
    }
}
