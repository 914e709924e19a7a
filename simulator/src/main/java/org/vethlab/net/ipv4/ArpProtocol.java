package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.neigh.NeighbourProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.trace.Decision;
import org.vethlab.trace.NeighbourDecision;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;

/** How IPv4 asks for its neighbours (arp_constructor, arp_solicit of net/ipv4/arp.c). */
final class ArpProtocol implements NeighbourProtocol {
    private final Namespace namespace;
    private final Ipv4 stack;

    ArpProtocol(Namespace namespace, Ipv4 stack) {
        this.namespace = namespace;
        this.stack = stack;
    }

    @Override
    public IpAddress key(Device device, IpAddress address) {
        return device.has(DeviceFlag.LOOPBACK) || device.has(DeviceFlag.POINTOPOINT) ? Ipv4Address.ANY : address;
    }

    @Override
    public Optional<MacAddress> fixedMac(Device device, IpAddress address) {
        Ipv4Address ipv4 = (Ipv4Address) address;
        RouteType type = stack.routing().addressTypeAt(device, ipv4);
        if (type == RouteType.MULTICAST) {
            // RFC 1112, 6.4: 23 bits of the group's address.
            return Optional.of(new MacAddress(0x0100_5e00_0000L | ipv4.bits() & 0x7f_ffff));
        }
        if (device.has(DeviceFlag.NOARP) || device.has(DeviceFlag.LOOPBACK)) {
            return Optional.of(device.address());
        }
        return type == RouteType.BROADCAST || device.has(DeviceFlag.POINTOPOINT)
                ? Optional.of(MacAddress.BROADCAST)
                : Optional.empty();
    }

    @Override
    public void solicit(Device device, IpAddress target, Optional<Payload> waiting, Optional<MacAddress> unicast) {
        Ipv4Address asked = (Ipv4Address) target;
        ArpPacket request = ArpPacket.request(device.address(), sender(device, asked, waiting), MacAddress.ZERO, asked);
        int cause = namespace.trace().make();
        if (namespace.trace().isOn()) {
            Decision question = new NeighbourDecision.Asked(asked, request.senderAddress(), device.name(), unicast);
            namespace.trace().step(request, question);
        }
        if (!device.has(DeviceFlag.NOARP)) {
            stack.transmitArp(device, unicast.orElse(MacAddress.BROADCAST), request);
        }
        namespace.trace().made(cause);
    }

    /** arp_announce: 0 any own address that the packet carries, 1 only one in the target's subnet, 2 the best. */
    private Ipv4Address sender(Device device, Ipv4Address target, Optional<Payload> waiting) {
        int announce = namespace.sysctls().ipv4(device, Ipv4Conf.ARP_ANNOUNCE);
        return waiting.filter(payload -> announce < 2 && payload instanceof Ipv4Packet)
                .map(payload -> ((Ipv4Packet) payload).source())
                .filter(source -> stack.routing().addressTypeAt(device, source) == RouteType.LOCAL)
                .filter(source -> announce == 0 || stack.sources().onLink(device, target, source))
                .or(() -> stack.sources().select(device, target, Scope.LINK))
                .orElse(Ipv4Address.ANY);
    }
}
