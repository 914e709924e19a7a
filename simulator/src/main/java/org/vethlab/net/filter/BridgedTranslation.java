package org.vethlab.net.filter;

import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.OutgoingPacket;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;

/**
 * Where a frame goes whose packet got another destination while it passed a bridge (br_nf_pre_routing_finish). Surprising:
 * if that is behind the same bridge, the frame stays a bridged one, with no hop less to live.
 */
final class BridgedTranslation {
    private final Device bridge;
    private final Namespace namespace;
    private final PacketContext packet;
    private final Ipv4Packet changed;

    BridgedTranslation(Device bridge, PacketContext packet, Ipv4Packet changed) {
        this.bridge = bridge;
        this.namespace = bridge.namespace();
        this.packet = packet;
        this.changed = changed;
    }

    Verdict go() {
        RouteResult route = route();
        if (route.isError()) {
            return Verdict.STOLEN;
        }
        boolean bridged = route.type() == RouteType.UNICAST
                && route.device().filter(bridge::equals).isPresent();
        return bridged ? toNeighbour(route) : toHost();
    }

    /** Bridged packets are translated also where nothing is forwarded. */
    private RouteResult route() {
        int mark = packet.metadata().mark();
        FlowKey received = FlowKey.received(changed.destination(), changed.source(), bridge, changed.tos(), mark);
        RouteResult route = namespace.ipv4().routing().lookup(received);
        boolean unforwarded = route.error().filter(Errno.EHOSTUNREACH::equals).isPresent()
                && !namespace.sysctls().isOn(bridge, Ipv4Conf.FORWARDING);
        return unforwarded ? namespace.ipv4().routing().lookup(FlowKey.to(changed.destination())) : route;
    }

    /** Addressed to the bridge itself, it goes up to IP. */
    private Verdict toHost() {
        EthernetFrame frame = packet.frame().orElseThrow();
        packet.metadata().setFrame(new EthernetFrame(bridge.address(), frame.source(), changed));
        return Verdict.ACCEPT;
    }

    /** To the neighbour, once its MAC address is known (br_nf_pre_routing_finish_bridge). */
    private Verdict toNeighbour(RouteResult route) {
        Neighbour neighbour = namespace
                .neighbours()
                .table(Neighbours.IPV4)
                .get(bridge, route.gateway().orElse(changed.destination()));
        if (!neighbour.state().isConnected()) {
            neighbour.send(new Waiting(changed, packet.metadata().mark()));
            return Verdict.STOLEN;
        }
        EthernetFrame frame = packet.frame().orElseThrow();
        packet.metadata().setFrame(new EthernetFrame(neighbour.mac().orElseThrow(), frame.source(), changed));
        return Verdict.ACCEPT;
    }

    /** Nobody is told of a bridged packet that found no neighbour. */
    private record Waiting(Payload payload, int mark) implements OutgoingPacket {
        @Override
        public void unreachable() {}
    }
}
