package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.trace.Fate;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/** A router's work (ip6_forward of net/ipv6/ip6_output.c). */
final class Ipv6Forward {
    private static final int NOT_NEIGHBOUR = 2;

    private final Ipv6 stack;
    private final Ipv6LocalDelivery delivery;

    Ipv6Forward(Ipv6 stack, Ipv6LocalDelivery delivery) {
        this.stack = stack;
        this.delivery = delivery;
    }

    void forward(RoutedIpv6 routed, Device input) {
        Ipv6Packet packet = routed.packet();
        if (!forwards(input)) {
            stack.trace()
                    .ignored(
                            packet,
                            "it is not for this host, and this host does not forward",
                            "net.ipv6.conf.all.forwarding = 0");
            return;
        }
        if (!routed.toThisHost()) {
            stack.trace().drop(Fate.OTHERHOST, packet, "");
            return;
        }
        if (packet.hopLimit() <= 1) {
            stack.counters().count(Ipv6Counter.Ip6InHdrErrors);
            stack.trace().hopLimitExceeded(packet);
            stack.icmpErrors().send(routed, Icmpv6Message.TIME_EXCEEDED, 0, 0);
            return;
        }
        if (isProxied(packet.destination(), input) && takeForProxied(routed, input)) {
            return;
        }
        if (!sameLink(routed, input) && !mayCross(routed)) {
            return;
        }
        int mtu = Math.max(routed.route().ownMtu(), Ipv6RouteResult.MIN_MTU);
        // A router never cuts, but what came in pieces may leave in pieces.
        if (packet.length() > mtu && (routed.pieces() == 0 || routed.pieces() > mtu)) {
            stack.counters().count(Ipv6Counter.Ip6InTooBigErrors);
            stack.counters().count(Ipv6Counter.Ip6FragFails);
            stack.trace().tooBig(routed, mtu);
            stack.icmpErrors().send(routed, Icmpv6Message.PACKET_TOO_BIG, 0, mtu);
            return;
        }
        pass(routed.with(packet.withHopLimit(packet.hopLimit() - 1)));
    }

    /** Surprising: only net.ipv6.conf.all.forwarding makes a router; a device's own says whether it looks like one. */
    private boolean forwards(Device input) {
        return stack.confOfAll(Ipv6Conf.FORWARDING) != 0 || stack.conf(input, Ipv6Conf.FORCE_FORWARDING) != 0;
    }

    private boolean isProxied(Ipv6Address destination, Device input) {
        return stack.confOfAll(Ipv6Conf.PROXY_NDP) != 0
                && stack.namespace().neighbours().table(Neighbours.IPV6).isProxied(input, destination);
    }

    /** ip6_forward_proxy_check: neighbour discovery for a proxied address is this host's; nothing else link-local is. */
    private boolean takeForProxied(RoutedIpv6 routed, Device input) {
        if (routed.packet().payload() instanceof Icmpv6Message message && message.isDiscovery()) {
            delivery.deliver(routed, input);
            return true;
        }
        if (routed.packet().destination().isLinkLocal()) {
            routed.unreachable();
            return true;
        }
        return false;
    }

    /** The packet leaves where it came in: its sender could have asked the next hop itself. */
    private boolean sameLink(RoutedIpv6 routed, Device input) {
        if (!routed.device().equals(Optional.of(input))) {
            return false;
        }
        if (stack.peers().allows(routed.packet().source(), Ipv6Peers.SECOND)) {
            stack.redirects().send(routed, input);
        }
        return true;
    }

    /** What has meaning on its own link only stays there (RFC 4291, 2.5.6; RFC 4443, 3.1). */
    private boolean mayCross(RoutedIpv6 routed) {
        Ipv6Address source = routed.packet().source();
        boolean nobody = source.isUnspecified() || source.isMulticast() || source.isLoopback();
        if (source.isLinkLocal()) {
            stack.icmpErrors().send(routed, Icmpv6Message.DESTINATION_UNREACHABLE, NOT_NEIGHBOUR, 0);
        }
        if (nobody || source.isLinkLocal()) {
            stack.counters().count(Ipv6Counter.Ip6InAddrErrors);
            stack.trace().drop(Fate.IP_INADDRERRORS, routed.packet(), "the scope of its source address");
            return false;
        }
        return true;
    }

    private void pass(RoutedIpv6 routed) {
        stack.filter()
                .pass(Hook.FORWARD, routed.packet(), routed.metadata(), routed.input(), routed.device())
                .ifPresent(passed -> {
                    stack.counters().count(Ipv6Counter.Ip6OutForwDatagrams);
                    stack.output().output(routed.with(passed));
                });
    }
}
