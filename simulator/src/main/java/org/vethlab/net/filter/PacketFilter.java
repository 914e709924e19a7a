package org.vethlab.net.filter;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.wire.Ipv4Packet;

/** The seam of netfilter: what iptables and nftables will hook into. By default everything passes unchanged. */
@FunctionalInterface
public interface PacketFilter {
    /** No rules at all. */
    PacketFilter ACCEPT_ALL = (hook, packet, input, output) -> Optional.of(packet);

    /**
     * @param input the device where the packet came in, where there is one
     * @param output the device where it is going out, where that is known
     * @return the packet, changed by NAT perhaps; empty when it is dropped
     */
    Optional<Ipv4Packet> pass(Hook hook, Ipv4Packet packet, Optional<Device> input, Optional<Device> output);
}
