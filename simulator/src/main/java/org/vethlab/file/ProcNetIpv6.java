package org.vethlab.file;

import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.ipv6.Ipv6AddressFlag;
import org.vethlab.net.ipv6.Ipv6Counter;
import org.vethlab.net.ipv6.Ipv6InterfaceAddress;
import org.vethlab.net.link.Device;

/** /proc/net/snmp6, and /proc/net/if_inet6: the IPv6 addresses, all numbers hexadecimal (if6_seq_show). */
final class ProcNetIpv6 {
    private ProcNetIpv6() {}

    static String addresses(Namespace net) {
        StringBuilder text = new StringBuilder();
        for (Device device : net.devices().all()) {
            for (Ipv6InterfaceAddress address : net.ipv6().addresses().of(device)) {
                text.append(String.format(
                        "%s %02x %02x %02x %02x %8s\n",
                        digits(address.local()),
                        device.index(),
                        address.prefixLength(),
                        scope(address),
                        flags(address),
                        device.name()));
            }
        }
        return text.toString();
    }

    /** /proc/net/snmp6. */
    static String counters(Namespace net) {
        StringBuilder text = new StringBuilder();
        for (Ipv6Counter counter : Ipv6Counter.values()) {
            long value = net.ipv6().counters().get(counter);
            text.append(String.format("%-32s\t%d\n", counter.name(), value));
        }
        return text.toString();
    }

    private static String digits(Ipv6Address address) {
        return String.format("%016x%016x", address.high(), address.low());
    }

    /** IPV6_ADDR_LOOPBACK, IPV6_ADDR_LINKLOCAL, IPV6_ADDR_SITELOCAL, or 0 for global. */
    private static int scope(Ipv6InterfaceAddress address) {
        return switch (address.scope().text()) {
            case "host" -> 0x10;
            case "link" -> 0x20;
            case "site" -> 0x40;
            default -> 0;
        };
    }

    /** Only the lower eight of them. */
    private static int flags(Ipv6InterfaceAddress address) {
        return address.flags().stream().mapToInt(Ipv6AddressFlag::code).sum() & 0xff;
    }
}
