package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.socket.Sockets;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.trace.Fate;
import org.vethlab.wire.GreHeader;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RecordRoute;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** Packets that have arrived: to the sockets, and to ICMP (ip_local_deliver). */
final class LocalDelivery {
    private static final int IGMP = 2;
    private static final int IPIP = 4;

    private final Ipv4 stack;
    private final Icmp icmp;
    private final Reassembly reassembly;

    LocalDelivery(Ipv4 stack, Icmp icmp) {
        this.stack = stack;
        this.icmp = icmp;
        this.reassembly = new Reassembly(stack);
    }

    void deliver(RoutedPacket routed, Device device) {
        if (!routed.packet().isFragment()) {
            deliverWhole(routed, device);
            return;
        }
        reassembly.add(routed).ifPresent(whole -> deliverWhole(whole, device));
    }

    private void deliverWhole(RoutedPacket arrived, Device device) {
        Optional<Ipv4Packet> passed = stack.filter()
                .pass(Hook.INPUT, arrived.packet(), arrived.metadata(), arrived.input(), Optional.empty());
        if (passed.isEmpty()) {
            return;
        }
        RoutedPacket routed =
                arrived.with(RecordRoute.record(passed.get(), passed.get().destination()));
        stack.counters().count(Counter.IpInDelivers);
        Sockets sockets = stack.namespace().sockets();
        boolean taken = sockets.deliverRaw(routed.packet(), bindingDevice(routed, device));
        stack.trace().delivered(routed.packet());
        switch (routed.packet().payload().protocol()) {
            case IcmpMessage.PROTOCOL -> icmp.receive(routed, device);
            case UdpDatagram.PROTOCOL -> deliverUdp(routed, device, sockets);
            case TcpSegment.PROTOCOL -> stack.namespace().tcp().receive(arrival(routed, device));
            case IGMP -> stack.groups().heard(device, routed.packet());
            case IPIP, GreHeader.PROTOCOL -> deliverToTunnel(routed, taken);
            default -> refuseProtocol(routed, taken);
        }
    }

    private static TransportPacket arrival(RoutedPacket routed, Device device) {
        Ipv4Packet packet = routed.packet();
        return new TransportPacket(
                packet.source(),
                packet.destination(),
                packet.ttl(),
                packet.tos(),
                routed.isToGroup() || !routed.toThisHost(),
                bindingDevice(routed, device),
                packet.payload());
    }

    /**
     * By which device a packet came for a socket that is bound to one (inet_iif). Surprising: what the host sends to
     * itself comes by the device that holds the address, though it passes lo.
     */
    private static Device bindingDevice(RoutedPacket routed, Device device) {
        if (!device.has(DeviceFlag.LOOPBACK) && !(device instanceof Vrf)) {
            return device;
        }
        return routed.route().route().stream()
                .flatMap(route -> route.nextHops().stream())
                .flatMap(hop -> hop.device().stream())
                .findFirst()
                .orElse(device);
    }

    private void deliverUdp(RoutedPacket routed, Device device, Sockets sockets) {
        boolean taken = sockets.deliverUdp(routed.packet(), bindingDevice(routed, device))
                || stack.namespace().udp().receive(arrival(routed, device));
        if (taken) {
            stack.counters().count(Counter.UdpInDatagrams);
            return;
        }
        stack.counters().count(Counter.UdpNoPorts);
        stack.trace().drop(Fate.NO_SOCKET, routed.packet(), "ss: no such socket");
        stack.icmpErrors().send(routed, IcmpMessage.DESTINATION_UNREACHABLE, IcmpErrors.PORT_UNREACHABLE, 0);
    }

    /** What no tunnel takes is refused like a datagram for no port (tunnel4_rcv, gre_rcv). */
    private void deliverToTunnel(RoutedPacket routed, boolean takenByRawSocket) {
        if (stack.namespace().ipTunnels().all().isEmpty()) {
            refuseProtocol(routed, takenByRawSocket);
        } else if (!stack.namespace().ipTunnels().receive(routed.packet())) {
            stack.icmpErrors().send(routed, IcmpMessage.DESTINATION_UNREACHABLE, IcmpErrors.PORT_UNREACHABLE, 0);
        }
    }

    private void refuseProtocol(RoutedPacket routed, boolean takenByRawSocket) {
        if (!takenByRawSocket) {
            stack.counters().count(Counter.IpInUnknownProtos);
            stack.trace().drop(Fate.IP_NOPROTO, routed.packet(), "");
            stack.icmpErrors().send(routed, IcmpMessage.DESTINATION_UNREACHABLE, IcmpErrors.PROTOCOL_UNREACHABLE, 0);
        }
    }
}
