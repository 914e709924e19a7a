package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.trace.Fate;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RecordRoute;

/** A router's work (net/ipv4/ip_forward.c). */
final class Ipv4Forward {
    private final Ipv4 stack;
    private final Peers peers;

    Ipv4Forward(Ipv4 stack, Peers peers) {
        this.stack = stack;
        this.peers = peers;
    }

    void forward(RoutedPacket routed, Device input) {
        Ipv4Packet packet = routed.packet();
        if (!routed.toThisHost()) {
            stack.trace().drop(Fate.OTHERHOST, packet, "");
            return;
        }
        if (packet.ttl() <= 1) {
            stack.counters().count(Counter.IpInHdrErrors);
            stack.trace().ttlExceeded(packet);
            stack.icmpErrors().send(routed, IcmpMessage.TIME_EXCEEDED, 0, 0);
            return;
        }
        int mtu = stack.output().pathMtu(routed.route(), true);
        if (packet.length() > mtu && packet.dontFragment()) {
            stack.counters().count(Counter.IpFragFails);
            stack.trace().tooBig(routed, mtu);
            stack.icmpErrors().send(routed, IcmpMessage.DESTINATION_UNREACHABLE, IcmpErrors.FRAGMENTATION_NEEDED, mtu);
            return;
        }
        if (routed.route().doRedirect()) {
            redirect(routed, input);
        }
        pass(routed.with(recorded(routed).withTtl(packet.ttl() - 1)));
    }

    /** With record route, the address that the router has where the packet leaves (ip_forward_options). */
    private Ipv4Packet recorded(RoutedPacket routed) {
        if (routed.packet().options().isEmpty()) {
            return routed.packet();
        }
        Device output = routed.route().device().orElseThrow();
        return stack.sources()
                .select(output, routed.nextHop(), Scope.GLOBAL)
                .map(address -> RecordRoute.record(routed.packet(), address))
                .orElse(routed.packet());
    }

    private void pass(RoutedPacket routed) {
        Optional<Ipv4Packet> passed = stack.filter()
                .pass(
                        Hook.FORWARD,
                        routed.packet(),
                        routed.metadata(),
                        routed.input(),
                        routed.route().device());
        if (passed.isEmpty()) {
            return;
        }
        stack.counters().count(Counter.IpForwDatagrams);
        stack.output().output(routed.with(passed.get()));
    }

    /** The packet leaves where it came in: its sender could have asked the next hop itself (ip_rt_send_redirect). */
    private void redirect(RoutedPacket routed, Device input) {
        if (!stack.namespace().sysctls().isOn(input, Ipv4Conf.SEND_REDIRECTS)
                || !peers.allowsRedirect(routed.packet().source())) {
            return;
        }
        stack.icmpErrors()
                .send(routed, IcmpMessage.REDIRECT, 1, routed.nextHop().bits());
        peers.redirected(routed.packet().source());
    }
}
