package org.vethlab.net.filter.xt;

import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteType;

/** What sort of addresses the packet has, as the routing tables see them. */
public record AddrtypeMatch(
        Set<RouteType> sources,
        boolean sourcesInverted,
        Set<RouteType> destinations,
        boolean destinationsInverted,
        boolean limitedToInput,
        boolean limitedToOutput)
        implements XtMatch {
    @Override
    public String extension() {
        return "addrtype";
    }

    /** An interface counts only where it is known (addrtype_mt_checkentry_v1). */
    @Override
    public boolean isAllowedIn(Chain base) {
        return !(limitedToInput && base.isAt(Hook.POSTROUTING, Hook.OUTPUT))
                && !(limitedToOutput && base.isAt(Hook.PREROUTING, Hook.INPUT));
    }

    @Override
    public boolean matches(PacketContext packet) {
        return (sources.isEmpty() || sources.contains(type(packet, Addresses.source(packet))) != sourcesInverted)
                && (destinations.isEmpty()
                        || destinations.contains(type(packet, Addresses.destination(packet))) != destinationsInverted);
    }

    private RouteType type(PacketContext packet, IpAddress address) {
        if (!(address instanceof Ipv4Address ipv4)) {
            return ipv6Type(packet, (Ipv6Address) address);
        }
        RouteType type = packet.namespace().ipv4().routing().addressType(ipv4);
        Optional<Device> device =
                limitedToInput ? packet.input() : limitedToOutput ? packet.output() : Optional.empty();
        boolean elsewhere = type == RouteType.LOCAL
                && device.isPresent()
                && packet.namespace().ipv4().addresses().of(device.get()).stream()
                        .noneMatch(own -> own.local().equals(ipv4));
        return elsewhere ? RouteType.UNICAST : type;
    }

    private static RouteType ipv6Type(PacketContext packet, Ipv6Address address) {
        if (address.isMulticast()) {
            return RouteType.MULTICAST;
        }
        return packet.namespace().ipv6().isBindable(address) ? RouteType.LOCAL : RouteType.UNICAST;
    }
}
