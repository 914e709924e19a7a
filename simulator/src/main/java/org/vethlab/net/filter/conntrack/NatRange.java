package org.vethlab.net.filter.conntrack;

import java.util.Optional;
import org.vethlab.addr.IpAddress;

/**
 * To what an address is to be translated (struct nf_nat_range2).
 *
 * @param firstAddress empty if the address is to stay
 * @param ports empty if any port will do, the old one best
 * @param random ports are chosen at random (--random)
 * @param fullyRandom likewise (--random-fully)
 * @param persistent a client gets the same address for all its connections
 * @param net the host part of the address stays (NETMAP)
 */
public record NatRange(
        Optional<IpAddress> firstAddress,
        Optional<IpAddress> lastAddress,
        Optional<Ports> ports,
        boolean random,
        boolean fullyRandom,
        boolean persistent,
        boolean net) {
    /** Nothing changes. */
    public static final NatRange NONE = new NatRange(Optional.empty(), Optional.empty(), Optional.empty());

    /** Ports or echo identifiers. */
    public record Ports(int first, int last) {}

    public NatRange(Optional<IpAddress> firstAddress, Optional<IpAddress> lastAddress, Optional<Ports> ports) {
        this(firstAddress, lastAddress, ports, false, false, false, false);
    }

    /** One address, and any port. */
    public static NatRange to(IpAddress address) {
        return new NatRange(Optional.of(address), Optional.of(address), Optional.empty());
    }

    /** The same ports, but this address. */
    public NatRange withAddress(IpAddress address) {
        return new NatRange(Optional.of(address), Optional.of(address), ports, random, fullyRandom, persistent, false);
    }
}
