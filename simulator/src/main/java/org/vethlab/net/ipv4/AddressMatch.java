package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/**
 * What {@code ip addr del} says of the address to delete; empty matches all (inet_rtm_deladdr).
 *
 * @param subnet the peer, or the local address, with its prefix length; without it the first address that is
 *     {@code local} goes, whatever its length ("wildcard deletion")
 */
public record AddressMatch(
        Device device, Optional<Ipv4Address> local, Optional<Subnet> subnet, Optional<String> label) {
    /** An address of a subnet and the subnet's prefix length. */
    public record Subnet(Ipv4Address address, int prefixLength) {}

    /** A local address with its prefix length, or with any. */
    public static AddressMatch of(Device device, Ipv4Address local, Optional<Integer> prefixLength) {
        return new AddressMatch(
                device, Optional.of(local), prefixLength.map(length -> new Subnet(local, length)), Optional.empty());
    }

    boolean matches(InterfaceAddress address) {
        return local.map(address.local()::equals).orElse(true)
                && label.map(address.label()::equals).orElse(true)
                && subnet.map(said -> said.prefixLength() == address.prefixLength() && address.covers(said.address()))
                        .orElse(true);
    }
}
