package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.neigh.NeighbourProtocol;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/** How IPv6 asks for its neighbours (ndisc_constructor, ndisc_solicit of net/ipv6/ndisc.c). */
final class NdiscProtocol implements NeighbourProtocol {
    private final Ipv6 stack;

    NdiscProtocol(Ipv6 stack) {
        this.stack = stack;
    }

    @Override
    public IpAddress key(Device device, IpAddress address) {
        return address;
    }

    @Override
    public Optional<MacAddress> fixedMac(Device device, IpAddress address) {
        if (address.isMulticast() && address instanceof Ipv6Address group) {
            return Optional.of(group.multicastMac());
        }
        boolean silent = device.has(DeviceFlag.LOOPBACK) || device.has(DeviceFlag.NOARP);
        return silent ? Optional.of(device.address()) : Optional.empty();
    }

    /** Questions about a proxied address come to its group. */
    @Override
    public void proxies(Device device, IpAddress address, boolean answers) {
        Ipv6Address group = ((Ipv6Address) address).solicitedNode();
        if (answers) {
            stack.join(device, group);
        } else {
            stack.leave(device, group);
        }
    }

    /** Everybody is asked by the group that the target must listen to. */
    @Override
    public void solicit(Device device, IpAddress target, Optional<Payload> waiting, Optional<MacAddress> unicast) {
        Ipv6Address asked = (Ipv6Address) target;
        Optional<Ipv6Address> source = sender(device, waiting);
        if (source.isEmpty()) {
            return;
        }
        Ipv6Address whom = unicast.isPresent() ? asked : asked.solicitedNode();
        Ipv6Packet question = NeighbourMessages.solicitation(source.get(), whom, asked, device.address());
        int cause = stack.namespace().trace().make();
        stack.trace().asked(question, asked, device, unicast);
        stack.counters().count(Ipv6Counter.Icmp6OutMsgs);
        stack.counters().count(Ipv6Counter.Icmp6OutNeighborSolicits);
        stack.output().sendOn(device, question);
        stack.namespace().trace().made(cause);
    }

    /** The source of the packet that waits, if it is the device's own; else its link-local address; without one nobody asks. */
    private Optional<Ipv6Address> sender(Device device, Optional<Payload> waiting) {
        return waiting.filter(Ipv6Packet.class::isInstance)
                .map(packet -> ((Ipv6Packet) packet).source())
                .filter(source -> stack.isUsable(source, device))
                .or(() -> stack.find(device).flatMap(Ipv6Device::linkLocal));
    }
}
