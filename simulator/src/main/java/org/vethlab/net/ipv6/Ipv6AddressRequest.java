package org.vethlab.net.ipv6;

import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;

/**
 * What RTM_NEWADDR asks for.
 *
 * @param peer the far address of a point-to-point link
 * @param flags those that a user may set: NODAD, HOMEADDRESS, MANAGETEMPADDR, NOPREFIXROUTE, MCAUTOJOIN
 * @param validLifetime seconds, {@link Ipv6InterfaceAddress#FOREVER} for no end
 * @param metric of the connected route, 0 for the default
 */
public record Ipv6AddressRequest(
        Device device,
        Ipv6Address local,
        Optional<Ipv6Address> peer,
        int prefixLength,
        Set<Ipv6AddressFlag> flags,
        long validLifetime,
        long preferredLifetime,
        long metric) {
    /** An address for ever, with duplicate address detection. */
    public static Ipv6AddressRequest of(Device device, Ipv6Address local, int prefixLength) {
        return new Ipv6AddressRequest(
                device,
                local,
                Optional.empty(),
                prefixLength,
                Set.of(),
                Ipv6InterfaceAddress.FOREVER,
                Ipv6InterfaceAddress.FOREVER,
                0);
    }
}
