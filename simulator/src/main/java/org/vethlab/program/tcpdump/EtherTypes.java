package org.vethlab.program.tcpdump;

import static java.util.Map.entry;

import java.util.Map;

/** What tcpdump calls EtherTypes. */
final class EtherTypes {
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int TRANSPARENT_ETHERNET = 0x6558;
    static final int REVERSE_ARP = 0x8035;
    static final int IPV6 = 0x86dd;

    /** The greatest number that is a length of IEEE 802.3, and no type. */
    static final int SLOW_PROTOCOLS = 0x8809;

    static final int GREATEST_LENGTH = 1500;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            entry(0x0600, "NS"),
            entry(0x0800, "IPv4"),
            entry(0x0806, "ARP"),
            entry(0x1000, "Trail"),
            entry(0x6001, "MOP DL"),
            entry(0x6002, "MOP RC"),
            entry(0x6003, "DN"),
            entry(0x6004, "LAT"),
            entry(0x6007, "SCA"),
            entry(0x6558, "TEB"),
            entry(0x8035, "Reverse ARP"),
            entry(0x8038, "Lanbridge"),
            entry(0x803c, "DEC DNS"),
            entry(0x803e, "DEC DTS"),
            entry(0x805b, "VEXP"),
            entry(0x805c, "VPROD"),
            entry(0x809b, "Appletalk"),
            entry(0x80f3, "Appletalk ARP"),
            entry(0x8100, "802.1Q"),
            entry(0x8137, "IPX"),
            entry(0x86dd, "IPv6"),
            entry(0x8808, "MPCP"),
            entry(0x8809, "Slow Protocols"),
            entry(0x880b, "PPP"),
            entry(0x8847, "MPLS unicast"),
            entry(0x8848, "MPLS multicast"),
            entry(0x8863, "PPPoE D"),
            entry(0x8864, "PPPoE S"),
            entry(0x886f, "MS NLB heartbeat"),
            entry(0x888e, "EAPOL"),
            entry(0x8899, "Realtek protocols"),
            entry(0x88a2, "AoE"),
            entry(0x88a8, "802.1Q-QinQ"),
            entry(0x88ca, "TIPC"),
            entry(0x88cc, "LLDP"),
            entry(0x88e5, "802.1AE MACsec"),
            entry(0x88f7, "PTP"),
            entry(0x8902, "CFM"),
            entry(0x893a, "IEEE1905.1"),
            entry(0x8947, "GeoNet"),
            entry(0x894f, "NSH"),
            entry(0x9000, "Loopback"),
            entry(0x9100, "802.1Q-9100"),
            entry(0x9200, "802.1Q-9200"),
            entry(0xabcd, "CFM (old)"),
            entry(0xfefe, "OSI"));

    private EtherTypes() {}

    /** {@code otherwise} for a type without a name. */
    static String name(int type, String otherwise) {
        return NAMES.getOrDefault(type, otherwise);
    }

    static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88a8 || type == 0x9100 || type == 0x9200;
    }
}
