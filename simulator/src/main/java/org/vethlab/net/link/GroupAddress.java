package org.vethlab.net.link;

import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;

/** A multicast group: one of IP, or an Ethernet address for other protocols. */
public sealed interface GroupAddress {
    /** A group that hosts join by IGMP or MLD. */
    record Ip(IpAddress address) implements GroupAddress {
        /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Ip that && address.equals(that.address);
        }

        @Override
        public int hashCode() {
            return address.hashCode();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    record Link(MacAddress address) implements GroupAddress {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** Whether everybody has it, so that nobody is to be registered (ipv4_is_local_multicast, ipv6_addr_is_ll_all_nodes). */
    default boolean isEverybodys() {
        if (this instanceof Ip ip && ip.address() instanceof Ipv4Address ipv4) {
            return ipv4.bits() >>> 8 == 0xe0_0000;
        }
        return this instanceof Ip ip && ip.address().equals(Ipv6Address.ALL_NODES);
    }

    default boolean isGroup() {
        if (this instanceof Link link) {
            return link.address().isGroup();
        }
        IpAddress ip = ((Ip) this).address();
        return ip instanceof Ipv4Address ipv4 ? ipv4.isMulticast() : ((Ipv6Address) ip).isMulticast();
    }
}
