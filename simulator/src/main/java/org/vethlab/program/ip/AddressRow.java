package org.vethlab.program.ip;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.ipv6.Ipv6AddressFlag;
import org.vethlab.net.ipv6.Ipv6InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;
import org.vethlab.program.ip.IpOptions.Family;

/**
 * An address of a device as {@code ip address} shows it, of either family.
 *
 * @param peer the same as {@code local} unless the link is point-to-point
 * @param metric of the connected route; 0 is not shown
 * @param valid seconds left, {@link InterfaceAddress#FOREVER} for no end
 */
record AddressRow(
        Device device,
        Family family,
        IpAddress local,
        IpAddress peer,
        int prefixLength,
        Optional<IpAddress> broadcast,
        Scope scope,
        Set<AddressFlag> flags,
        Optional<String> label,
        long metric,
        long valid,
        long preferred) {
    static AddressRow of(InterfaceAddress address, long now) {
        EnumSet<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        if (address.secondary()) {
            flags.add(AddressFlag.SECONDARY);
        }
        if (address.isDeprecated(now)) {
            flags.add(AddressFlag.DEPRECATED);
        }
        if (!address.isDynamic()) {
            flags.add(AddressFlag.PERMANENT);
        }
        if (address.noPrefixRoute()) {
            flags.add(AddressFlag.NOPREFIXROUTE);
        }
        return new AddressRow(
                address.device(),
                Family.INET,
                address.local(),
                address.peer(),
                address.prefixLength(),
                address.broadcast().map(broadcast -> broadcast),
                address.scope(),
                flags,
                Optional.of(address.label()),
                address.metric(),
                address.remainingValid(now),
                address.remainingPreferred(now));
    }

    static AddressRow of(Ipv6InterfaceAddress address, long now) {
        EnumSet<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        address.flags().forEach(flag -> flags.add(flag(flag)));
        return new AddressRow(
                address.device(),
                Family.INET6,
                address.local(),
                address.peer().orElse(address.local()),
                address.prefixLength(),
                Optional.empty(),
                address.scope(),
                flags,
                Optional.empty(),
                address.metric(),
                address.validLifetime(now),
                address.preferredLifetime(now));
    }

    private static AddressFlag flag(Ipv6AddressFlag flag) {
        return switch (flag) {
            case TEMPORARY -> AddressFlag.SECONDARY;
            case NODAD -> AddressFlag.NODAD;
            case OPTIMISTIC -> AddressFlag.OPTIMISTIC;
            case DADFAILED -> AddressFlag.DADFAILED;
            case HOMEADDRESS -> AddressFlag.HOME;
            case DEPRECATED -> AddressFlag.DEPRECATED;
            case TENTATIVE -> AddressFlag.TENTATIVE;
            case PERMANENT -> AddressFlag.PERMANENT;
            case MANAGETEMPADDR -> AddressFlag.MNGTMPADDR;
            case NOPREFIXROUTE -> AddressFlag.NOPREFIXROUTE;
            case MCAUTOJOIN -> AddressFlag.AUTOJOIN;
            case STABLE_PRIVACY -> AddressFlag.STABLE_PRIVACY;
        };
    }

    /** The local address, if it is one of IPv4. */
    Optional<Ipv4Address> ipv4() {
        return local instanceof Ipv4Address address ? Optional.of(address) : Optional.empty();
    }
}
