package org.vethlab.net.route6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;

/**
 * What an IPv6 route lookup goes by (struct flowi6). With an input device it is the lookup of a received packet
 * (ip6_route_input), without one that of a packet made here (ip6_route_output).
 *
 * @param output the device that is wanted; a must only where {@link #isStrict()}
 * @param bound the socket is bound to the output device: no other will do
 * @param protocol IANA number, 0 if not known
 */
public record Ipv6FlowKey(
        Ipv6Address destination,
        Optional<Ipv6Address> source,
        Optional<Device> input,
        Optional<Device> output,
        boolean bound,
        int trafficClass,
        int mark,
        int protocol,
        int sourcePort,
        int destinationPort,
        int user) {
    /** A packet made here. */
    public static Ipv6FlowKey to(Ipv6Address destination, Optional<Ipv6Address> source, Optional<Device> output) {
        return new Ipv6FlowKey(destination, source, Optional.empty(), output, false, 0, 0, 0, 0, 0, 0);
    }

    public static Ipv6FlowKey to(Ipv6Address destination) {
        return to(destination, Optional.empty(), Optional.empty());
    }

    public static Ipv6FlowKey received(Ipv6Address destination, Ipv6Address source, Device input) {
        return new Ipv6FlowKey(
                destination, Optional.of(source), Optional.of(input), Optional.empty(), false, 0, 0, 0, 0, 0, 0);
    }

    public Ipv6FlowKey withMark(int newMark) {
        return new Ipv6FlowKey(
                destination,
                source,
                input,
                output,
                bound,
                trafficClass,
                newMark,
                protocol,
                sourcePort,
                destinationPort,
                user);
    }

    /** RT6_LOOKUP_F_IFACE: what is meant for one link, or for one device, goes nowhere else. */
    boolean isStrict() {
        boolean ofLink = destination.isMulticast() || destination.isLinkLocal() || destination.isLoopback();
        return ofLink || input.isEmpty() && output.isPresent() && (bound || source.isEmpty());
    }

    /** The VRF by whose table the lookup goes: that of the output device, else of the input device (l3mdev_update_flow). */
    Optional<Vrf> domain() {
        Optional<Vrf> byOutput = output.flatMap(Vrf::of);
        return byOutput.isPresent() || output.isPresent() ? byOutput : input.flatMap(Vrf::of);
    }

    /**
     * The device that scores in a lookup: for a received packet the one where it came in. Being bound to a VRF chooses its
     * table, and after that no device.
     */
    Optional<Device> preferred() {
        return (input.isPresent() ? input : output).filter(device -> !(device instanceof Vrf));
    }
}
