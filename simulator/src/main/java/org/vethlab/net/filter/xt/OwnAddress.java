package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.ipv6.Ipv6InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.Scope;

/** Which of this host's addresses stands for others (nf_nat_masquerade_ipv4, nf_nat_redirect_ipv4 and their IPv6 kin). */
public final class OwnAddress {
    private OwnAddress() {}

    /** That of the device by which a packet leaves. */
    public static Optional<IpAddress> leaving(PacketContext packet) {
        Optional<Device> output = packet.output();
        if (output.isEmpty()) {
            return Optional.empty();
        }
        if (packet.ipv4().isPresent()) {
            Ipv4Address destination = packet.ipv4().get().destination();
            RouteResult route = packet.namespace().ipv4().routing().lookup(FlowKey.to(destination));
            Ipv4Address nextHop = route.gateway().orElse(destination);
            return packet.namespace()
                    .ipv4()
                    .sources()
                    .select(output.get(), nextHop, Scope.GLOBAL)
                    .map(own -> own);
        }
        return global(packet, output.get());
    }

    /** That of the device by which a packet came; loopback's for what is sent here. */
    public static Optional<IpAddress> arriving(PacketContext packet) {
        boolean ipv4 = packet.ipv4().isPresent();
        if (packet.hook() == Hook.OUTPUT) {
            return Optional.of(ipv4 ? Ipv4Address.LOOPBACK : Ipv6Address.LOOPBACK);
        }
        Optional<Device> input = packet.input();
        if (input.isEmpty()) {
            return Optional.empty();
        }
        if (!ipv4) {
            return global(packet, input.get());
        }
        return packet.namespace().ipv4().addresses().of(input.get()).stream()
                .<IpAddress>map(InterfaceAddress::local)
                .findFirst();
    }

    private static Optional<IpAddress> global(PacketContext packet, Device device) {
        return packet.namespace().ipv6().addresses().of(device).stream()
                .map(Ipv6InterfaceAddress::local)
                .filter(address -> !address.isLinkLocal())
                .<IpAddress>map(address -> address)
                .findFirst();
    }
}
