package org.vethlab.program.tcpdump;

import static java.util.Map.entry;

import java.util.Map;

/** What tcpdump calls the protocols of IP. */
final class IpProtocols {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            entry(0, "Options"),
            entry(1, "ICMP"),
            entry(2, "IGMP"),
            entry(4, "IPIP"),
            entry(6, "TCP"),
            entry(8, "EGP"),
            entry(9, "IGRP"),
            entry(17, "UDP"),
            entry(33, "DCCP"),
            entry(41, "IPv6"),
            entry(43, "Routing"),
            entry(44, "Fragment"),
            entry(46, "RSVP"),
            entry(47, "GRE"),
            entry(50, "ESP"),
            entry(51, "AH"),
            entry(55, "Mobile IP"),
            entry(58, "ICMPv6"),
            entry(62, "Mobile IP (old)"),
            entry(88, "EIGRP"),
            entry(89, "OSPF"),
            entry(103, "PIM"),
            entry(108, "Compressed IP"),
            entry(112, "VRRP"),
            entry(113, "PGM"),
            entry(132, "SCTP"),
            entry(135, "Mobility"),
            entry(143, "Ethernet"));

    private IpProtocols() {}

    static String name(int protocol) {
        return NAMES.getOrDefault(protocol, "unknown");
    }

    /** Protocols whose printers write the addresses themselves, because ports belong to them. */
    static boolean hasPorts(int protocol) {
        return protocol == 6 || protocol == 17 || protocol == 33 || protocol == 132;
    }
}
