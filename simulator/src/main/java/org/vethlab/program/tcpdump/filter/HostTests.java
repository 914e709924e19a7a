package org.vethlab.program.tcpdump.filter;

import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;

/** Tests of addresses. */
final class HostTests {
    private static final Set<String> TRANSPORTS =
            Set.of("tcp", "udp", "sctp", "icmp", "icmp6", "igmp", "igrp", "pim", "vrrp", "ah", "esp");

    private final Layout layout;
    private final LinkLayer.Kind kind;

    HostTests(Layout layout) {
        this.layout = layout;
        this.kind = layout.kind();
    }

    Test host(Qualifiers qualifiers, IpAddress address) {
        return address instanceof Ipv6Address ipv6
                ? network6(qualifiers, ipv6, 128)
                : network(qualifiers, ((Ipv4Address) address).bits(), -1);
    }

    /** In IPv4 packets, and in ARP and RARP, which carry IPv4 addresses, too. */
    Test network(Qualifiers qualifiers, int bits, int mask) {
        String type = qualifiers.typeOr("host").equals("net") ? "net" : "host";
        return switch (qualifiers.protocol()) {
            case "" ->
                ipv4(qualifiers, bits, mask)
                        .or(arp(qualifiers, bits, mask, "arp"))
                        .or(arp(qualifiers, bits, mask, "rarp"));
            case "ip" -> ipv4(qualifiers, bits, mask);
            case "arp", "rarp" -> arp(qualifiers, bits, mask, qualifiers.protocol());
            case "ether", "link" -> throw new FilterException("illegal link layer address");
            case "ip6" -> throw new FilterException("'ip6' modifier applied to ip host");
            default ->
                throw new FilterException("'" + qualifiers.protocol() + "' modifier applied to "
                        + (TRANSPORTS.contains(qualifiers.protocol()) ? type : "host"));
        };
    }

    private Test ipv4(Qualifiers qualifiers, int bits, int mask) {
        return layout.etherType(0x0800).and(ends(qualifiers, 12, 16, bits, mask));
    }

    private Test arp(Qualifiers qualifiers, int bits, int mask, String protocol) {
        return layout.etherType(protocol.equals("arp") ? 0x0806 : 0x8035).and(ends(qualifiers, 14, 24, bits, mask));
    }

    private Test ends(Qualifiers qualifiers, int sourceAt, int destinationAt, int bits, int mask) {
        return qualifiers.ends(
                Test.equal(Value.masked(layout.network(sourceAt, 4), mask), bits & mask),
                Test.equal(Value.masked(layout.network(destinationAt, 4), mask), bits & mask));
    }

    Test network6(Qualifiers qualifiers, Ipv6Address address, int length, String text) {
        if (length < 128
                && !org.vethlab.addr.Ipv6Prefix.of(address, length).network().equals(address)) {
            throw new FilterException("non-network bits set in \"" + text + "/" + length + "\"");
        }
        return network6(qualifiers, address, length);
    }

    Test network6(Qualifiers qualifiers, Ipv6Address address, int length) {
        String protocol = qualifiers.protocol();
        if (!protocol.isEmpty() && !protocol.equals("ip6")) {
            throw new FilterException(
                    protocol.equals("ether") || protocol.equals("link")
                            ? "link-layer modifier applied to ip6 host"
                            : "'" + protocol + "' modifier applied to ip6 host");
        }
        return layout.etherType(0x86dd).and(qualifiers.ends(words(8, address, length), words(24, address, length)));
    }

    private Test words(int at, Ipv6Address address, int length) {
        Test all = Test.of(true);
        for (int word = 0; word < 4; word++) {
            int bits = Math.max(0, Math.min(32, length - 32 * word));
            if (bits > 0) {
                int mask = -1 << 32 - bits;
                int expected = (int) ((word < 2 ? address.high() : address.low()) >>> (word % 2 == 0 ? 32 : 0));
                Test one = Test.equal(Value.masked(layout.network(at + 4 * word, 4), mask), expected & mask);
                all = word == 0 ? one : all.and(one);
            }
        }
        return all;
    }

    Test mac(Qualifiers qualifiers, long bits) {
        if (kind != LinkLayer.Kind.ETHERNET) {
            throw new FilterException(
                    "ethernet addresses supported only on" + " ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel");
        }
        return qualifiers.ends(mac(6, bits), mac(0, bits));
    }

    private static Test mac(int at, long bits) {
        return Test.equal(Value.load(at + 2, 4), bits & 0xffff_ffffL).and(Test.equal(Value.load(at, 2), bits >>> 32));
    }
}
