package org.vethlab.program;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;

/**
 * An IPv6 address as programs take it: {@code fe80::1%eth0} names the device of a link-local one (RFC 4007, 11).
 *
 * @param zone the device
 */
public record Ipv6Host(Ipv6Address address, Optional<Device> zone) {
    /** Reads a number as getaddrinfo(3) does; empty if it is none, or names no device that is there. */
    public static Optional<Ipv6Host> parse(Context context, String word) {
        String[] parts = word.split("%", 2);
        Optional<Ipv6Address> address = address(parts[0]);
        if (address.isEmpty() || parts.length == 1) {
            return address.map(found -> new Ipv6Host(found, Optional.empty()));
        }
        Optional<Device> zone = context.net().devices().byName(parts[1]);
        boolean ofLink = address.get().isLinkLocal() || isLinkGroup(address.get());
        return zone.isPresent() && ofLink ? Optional.of(new Ipv6Host(address.get(), zone)) : Optional.empty();
    }

    private static Optional<Ipv6Address> address(String text) {
        try {
            return text.indexOf(':') < 0 ? Optional.empty() : Optional.of(Ipv6Address.parse(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A group of one link: ff02::/16. */
    public static boolean isLinkGroup(Ipv6Address address) {
        return address.isMulticast() && (address.group(0) & 15) == 2;
    }

    @Override
    public String toString() {
        return address + zone.map(device -> "%" + device.name()).orElse("");
    }
}
