package org.vethlab.net.ipv6;

import java.util.EnumSet;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.UpdateFlag;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.wire.ByteReader;

/** Redirects: sent by routers, believed by hosts (ndisc_send_redirect, rt6_do_redirect). */
final class Ipv6Redirects {
    private final Ipv6 stack;

    Ipv6Redirects(Ipv6 stack) {
        this.stack = stack;
    }

    /** Tells the sender of a packet who would have been nearer: the gateway, by its link-local address, or the target. */
    void send(RoutedIpv6 routed, Device input) {
        Ipv6Address target = routed.nextHop();
        boolean direct = target.equals(routed.packet().destination());
        Optional<Ipv6Address> source = stack.find(input).flatMap(Ipv6Device::linkLocal);
        if (source.isEmpty() || !direct && !target.isLinkLocal()) {
            return;
        }
        Optional<MacAddress> mac = stack.namespace()
                .neighbours()
                .find(input, target)
                .filter(neighbour -> neighbour.state().isValid())
                .flatMap(Neighbour::mac);
        stack.counters().count(Ipv6Counter.Icmp6OutMsgs);
        stack.counters().count(Ipv6Counter.Icmp6OutRedirects);
        stack.output().sendOn(input, NeighbourMessages.redirect(source.get(), routed.packet(), target, mac));
    }

    /** Only from the gateway that is used, only a host, and only about a neighbour (RFC 4861, 8.1). */
    void accept(RoutedIpv6 carrier, Device device, Ipv6Address target, ByteReader rest) {
        stack.counters().count(Ipv6Counter.Icmp6InRedirects);
        Ipv6Address from = carrier.packet().source();
        if (!from.isLinkLocal() || rest.remaining() < 16 || !acceptsRedirects(device)) {
            return;
        }
        Ipv6Address destination = rest.ipv6();
        boolean onLink = target.equals(destination);
        if (destination.isMulticast() || !onLink && !target.isLinkLocal()) {
            return;
        }
        Ipv6FlowKey flow = Ipv6FlowKey.to(destination, Optional.empty(), Optional.of(device));
        Ipv6RouteResult way = stack.routing().lookup(flow);
        if (way.isError() || !way.gateway().equals(Optional.of(from))) {
            return;
        }
        learn(device, target, DiscoveryOptions.read(rest));
        stack.routing().learnRedirect(flow, target);
    }

    private boolean acceptsRedirects(Device device) {
        return stack.conf(device, Ipv6Conf.FORWARDING) == 0 && stack.conf(device, Ipv6Conf.ACCEPT_REDIRECTS) != 0;
    }

    private void learn(Device device, Ipv6Address target, DiscoveryOptions options) {
        try {
            Neighbour neighbour =
                    stack.namespace().neighbours().table(Neighbours.IPV6).get(device, target);
            options.target()
                    .ifPresent(mac -> neighbour.update(
                            Optional.of(mac),
                            NudState.STALE,
                            EnumSet.of(UpdateFlag.OVERRIDE, UpdateFlag.WEAK_OVERRIDE)));
        } catch (NetException tableFull) {
            // Then the next packet asks for itself.
        }
    }
}
