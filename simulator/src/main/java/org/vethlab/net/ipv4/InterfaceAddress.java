package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;

/**
 * An IPv4 address of a device (struct in_ifaddr).
 *
 * @param peer the far address of a point-to-point link; the same as {@code local} otherwise
 * @param validLifetime seconds, {@link #FOREVER} for no end
 * @param noPrefixRoute IFA_F_NOPREFIXROUTE: make no connected route
 */
public record InterfaceAddress(
        Device device,
        Ipv4Address local,
        Ipv4Address peer,
        int prefixLength,
        Optional<Ipv4Address> broadcast,
        Scope scope,
        String label,
        boolean secondary,
        long validLifetime,
        long preferredLifetime,
        boolean noPrefixRoute,
        long metric) {
    public static final long FOREVER = 0xffff_ffffL;

    public Ipv4Prefix prefix() {
        return Ipv4Prefix.of(peer, prefixLength);
    }
}
