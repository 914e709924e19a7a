package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.filter.PacketContext;

/** Addresses from one to another. */
public record IprangeMatch(Optional<AddressRange> source, Optional<AddressRange> destination) implements XtMatch {
    /** From, to, or all others. */
    public record AddressRange(IpAddress first, IpAddress last, boolean inverted) {
        boolean contains(IpAddress address) {
            boolean inside = Addresses.compare(first, address) <= 0 && Addresses.compare(address, last) <= 0;
            return inside != inverted;
        }
    }

    @Override
    public String extension() {
        return "iprange";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return source.filter(range -> !range.contains(Addresses.source(packet))).isEmpty()
                && destination
                        .filter(range -> !range.contains(Addresses.destination(packet)))
                        .isEmpty();
    }
}
