package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.trace.Fate;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;

/** What comes in: to be delivered here, forwarded, refused or dropped (net/ipv4/ip_input.c, ip_error of route.c). */
final class Ipv4Input {
    private final Ipv4 stack;
    private final Ipv4Forward forward;
    private final Peers peers;
    private final LocalDelivery delivery;
    private final Reassembly defragmentation;

    Ipv4Input(Ipv4 stack, Ipv4Forward forward, LocalDelivery delivery, Peers peers) {
        this.stack = stack;
        this.forward = forward;
        this.delivery = delivery;
        this.peers = peers;
        this.defragmentation = new Reassembly(stack);
    }

    /** A frame with an IPv4 packet (ip_rcv). */
    void receive(Device device, Ipv4Packet packet, EthernetFrame frame, Metadata metadata) {
        if (metadata.type() == PacketType.OTHERHOST) {
            stack.trace().drop(Fate.OTHERHOST, packet, "");
            return;
        }
        stack.counters().received(packet);
        if (packet.isFragment() && stack.filter().tracksConnections() && !metadata.isPreroutingDone()) {
            gather(device, frame, packet, metadata);
            return;
        }
        take(device, frame, packet, metadata);
    }

    /** Connections are tracked by whole packets: fragments wait for each other at once (nf_defrag_ipv4). */
    private void gather(Device device, EthernetFrame frame, Ipv4Packet packet, Metadata metadata) {
        RouteResult route = route(device, true, packet, metadata.mark());
        boolean toThisHost = metadata.type() == PacketType.HOST;
        defragmentation
                .add(RoutedPacket.received(stack, packet, route, device, toThisHost, metadata))
                .ifPresent(whole -> take(device, frame, whole.packet(), metadata));
    }

    private void take(Device device, EthernetFrame frame, Ipv4Packet packet, Metadata metadata) {
        Optional<Ipv4Packet> passed = preRouting(device, packet, metadata);
        if (passed.isEmpty()) {
            return;
        }
        Device input = device;
        Optional<Vrf> domain = Vrf.ofPort(device);
        if (domain.isPresent()) {
            // A VRF takes over what comes in by its ports: netfilter sees it a second time (vrf_ip_rcv).
            input = domain.get();
            domain.get().passFromPort(frame);
            passed = preRouting(input, passed.get(), metadata);
            if (passed.isEmpty()) {
                return;
            }
        }
        RouteResult route = route(input, input == device, passed.get(), metadata.mark());
        boolean toThisHost = metadata.type() == PacketType.HOST;
        dispatch(RoutedPacket.received(stack, passed.get(), route, input, toThisHost, metadata), input, device);
    }

    private Optional<Ipv4Packet> preRouting(Device device, Ipv4Packet packet, Metadata metadata) {
        return stack.filter().pass(Hook.PREROUTING, packet, metadata, Optional.of(device), Optional.empty());
    }

    /**
     * A packet on lo was routed when it was sent, and lo does not look again: so nothing there is a martian (loopback
     * devices keep the packet's dst_entry).
     */
    private RouteResult route(Device device, boolean looped, Ipv4Packet packet, int mark) {
        if (looped && device instanceof Vrf) {
            return stack.routing()
                    .lookup(FlowKey.to(packet.destination()).to(packet.destination(), Optional.of(device)));
        }
        return device.has(DeviceFlag.LOOPBACK)
                ? stack.routing().lookup(FlowKey.to(packet.destination()))
                : stack.routing()
                        .lookup(FlowKey.received(packet.destination(), packet.source(), device, packet.tos(), mark));
    }

    private void dispatch(RoutedPacket routed, Device device, Device port) {
        stack.trace().received(routed);
        stack.counters().routed(routed.route().type(), routed.packet());
        if (device.has(DeviceFlag.LOOPBACK)) {
            receiveLooped(routed, port);
            return;
        }
        if (routed.route().error().isPresent()) {
            refuse(routed, device, routed.route().error().get());
            return;
        }
        boolean inGroupFrame = !routed.toThisHost() && !routed.isToGroup();
        if (inGroupFrame && stack.namespace().sysctls().isOn(device, Ipv4Conf.DROP_UNICAST_IN_L2_MULTICAST)) {
            stack.trace().drop(Fate.NOT_SPECIFIED, routed.packet(), "drop_unicast_in_l2_multicast");
            return;
        }
        switch (routed.route().type()) {
            case LOCAL, BROADCAST, MULTICAST -> delivery.deliver(routed, port);
            case UNICAST -> forward.forward(routed, device);
            default -> stack.trace().drop(Fate.IP_INNOROUTES, routed.packet(), "");
        }
    }

    /**
     * What this host itself has sent to lo is for this host, whatever the route's type, and nothing else is
     * (__mkroute_output); what it forwarded to lo it forwards again, until the TTL is used up.
     */
    private void receiveLooped(RoutedPacket routed, Device port) {
        Ipv4Address source = routed.packet().source();
        boolean foreign = routed.route().type() == RouteType.UNICAST
                && !source.isUnspecified()
                && stack.routing().deviceOfLocal(source).isEmpty();
        if (foreign) {
            forward.forward(routed, port);
        } else if (routed.route().local()) {
            delivery.deliver(routed, port);
        } else {
            stack.trace().drop(Fate.NOT_SPECIFIED, routed.packet(), "");
        }
    }

    /** No way on: a router says so, a host keeps silent (ip_error). */
    private void refuse(RoutedPacket routed, Device device, Errno error) {
        boolean forwards = stack.namespace().sysctls().isOn(device, Ipv4Conf.FORWARDING);
        stack.trace().refused(routed, device, forwards, fate(routed.route()));
        int code = switch (error) {
            case EHOSTUNREACH -> IcmpErrors.HOST_UNREACHABLE;
            case ENETUNREACH -> IcmpErrors.NET_UNREACHABLE;
            case EACCES -> IcmpErrors.PACKET_FILTERED;
            default -> -1;
        };
        if (forwards && code >= 0 && peers.allowsRouteError(routed.packet().source())) {
            stack.icmpErrors().send(routed, IcmpMessage.DESTINATION_UNREACHABLE, code, 0);
        }
        stack.counters().count(Counter.IpInAddrErrors);
    }

    private static Fate fate(RouteResult route) {
        return route.refusal()
                .map(refusal -> switch (refusal) {
                    case INVALID_SOURCE, INVALID_DESTINATION, NO_DEVICE -> Fate.IP_INVALID_SOURCE;
                    case LOCAL_SOURCE, LOCALNET -> Fate.IP_LOCAL_SOURCE;
                    case REVERSE_PATH_FILTER -> Fate.IP_RPFILTER;
                })
                .orElse(Fate.IP_INNOROUTES);
    }
}
