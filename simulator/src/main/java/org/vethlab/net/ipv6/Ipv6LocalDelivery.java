package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.socket.Sockets;
import org.vethlab.trace.Fate;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** Packets that have arrived: to the sockets, and to ICMPv6 (ip6_input). */
final class Ipv6LocalDelivery {
    private static final int NO_NEXT_HEADER = 59;
    private static final int UNKNOWN_NEXT_HEADER = 1;

    private final Ipv6 stack;
    private final Icmpv6 icmp;
    private final Ipv6Reassembly reassembly;

    Ipv6LocalDelivery(Ipv6 stack, Icmpv6 icmp) {
        this.stack = stack;
        this.icmp = icmp;
        this.reassembly = new Ipv6Reassembly(stack);
    }

    /** Surprising: rules of INPUT see fragments one by one, unless connection tracking has put them together before. */
    void deliver(RoutedIpv6 arrived, Device device) {
        Optional<Ipv6Packet> passed = stack.filter()
                .pass(Hook.INPUT, arrived.packet(), arrived.metadata(), Optional.of(device), Optional.empty());
        if (passed.isEmpty()) {
            return;
        }
        RoutedIpv6 routed = arrived.with(passed.get());
        if (!Ipv6Fragments.isFragment(routed.packet())) {
            deliverWhole(routed, device);
            return;
        }
        reassembly.add(routed).ifPresent(whole -> deliverWhole(whole, device));
    }

    private void deliverWhole(RoutedIpv6 routed, Device device) {
        stack.counters().count(Ipv6Counter.Ip6InDelivers);
        Sockets sockets = stack.namespace().sockets();
        Device seenBy = bindingDevice(routed, device);
        boolean taken = sockets.deliverRaw(routed.packet(), seenBy);
        stack.trace().delivered(routed.packet());
        switch (routed.packet().payload().protocol()) {
            case Icmpv6Message.PROTOCOL -> icmp.receive(routed, device);
            case UdpDatagram.PROTOCOL -> deliverUdp(routed, seenBy, sockets);
            case TcpSegment.PROTOCOL -> sockets.deliverTcp(routed.packet(), seenBy);
            case NO_NEXT_HEADER -> {}
            default -> refuseProtocol(routed, taken);
        }
    }

    /** What the host sends to itself comes by the device that holds the address, though it passes lo (inet6_iif). */
    private static Device bindingDevice(RoutedIpv6 routed, Device device) {
        if (!device.has(DeviceFlag.LOOPBACK)) {
            return device;
        }
        return routed.route().route().flatMap(Ipv6Route::device).orElse(device);
    }

    private void deliverUdp(RoutedIpv6 routed, Device device, Sockets sockets) {
        if (sockets.deliverUdp(routed.packet(), device)) {
            stack.counters().count(Ipv6Counter.Udp6InDatagrams);
            return;
        }
        stack.counters().count(Ipv6Counter.Udp6NoPorts);
        stack.trace().drop(Fate.NO_SOCKET, routed.packet(), "ss: no such socket");
        stack.icmpErrors().send(routed, Icmpv6Message.DESTINATION_UNREACHABLE, Icmpv6Errors.PORT_UNREACHABLE, 0);
    }

    private void refuseProtocol(RoutedIpv6 routed, boolean takenByRawSocket) {
        if (!takenByRawSocket) {
            stack.counters().count(Ipv6Counter.Ip6InUnknownProtos);
            stack.trace().drop(Fate.IP_NOPROTO, routed.packet(), "");
            stack.icmpErrors().send(routed, Icmpv6Message.PARAMETER_PROBLEM, UNKNOWN_NEXT_HEADER, 6);
        }
    }
}
