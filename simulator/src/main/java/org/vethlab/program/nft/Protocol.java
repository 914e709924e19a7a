package org.vethlab.program.nft;

import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;

/**
 * Headers, and how one announces the next. {@link #INET} and {@link #NETDEV} are none, but stand for what is known of a
 * packet before its network header is looked at.
 */
enum Protocol {
    ETHER("ether", HeaderBase.LINK, 14),
    VLAN("vlan", HeaderBase.LINK, 4),
    NETDEV("netdev", HeaderBase.LINK, 0),
    INET("inet", HeaderBase.LINK, 0),
    ARP("arp", HeaderBase.NETWORK, 28),
    IP("ip", HeaderBase.NETWORK, 20),
    IP6("ip6", HeaderBase.NETWORK, 40),
    ICMP("icmp", HeaderBase.TRANSPORT, 8),
    ICMPV6("icmpv6", HeaderBase.TRANSPORT, 8),
    IGMP("igmp", HeaderBase.TRANSPORT, 8),
    TCP("tcp", HeaderBase.TRANSPORT, 20),
    UDP("udp", HeaderBase.TRANSPORT, 8),
    UDPLITE("udplite", HeaderBase.TRANSPORT, 8),
    DCCP("dccp", HeaderBase.TRANSPORT, 12),
    SCTP("sctp", HeaderBase.TRANSPORT, 12),
    ESP("esp", HeaderBase.TRANSPORT, 8),
    AH("ah", HeaderBase.TRANSPORT, 12),
    COMP("comp", HeaderBase.TRANSPORT, 4),
    TH("th", HeaderBase.TRANSPORT, 4);

    private static final Map<Integer, Protocol> ETHER_TYPES =
            Map.of(0x0800, IP, 0x0806, ARP, 0x86dd, IP6, 0x8100, VLAN, 0x88a8, VLAN);
    private static final Map<Integer, Protocol> FAMILIES = Map.of(2, IP, 10, IP6);
    private static final Map<Integer, Protocol> TRANSPORTS = Map.ofEntries(
            Map.entry(1, ICMP),
            Map.entry(2, IGMP),
            Map.entry(6, TCP),
            Map.entry(17, UDP),
            Map.entry(33, DCCP),
            Map.entry(50, ESP),
            Map.entry(51, AH),
            Map.entry(58, ICMPV6),
            Map.entry(108, COMP),
            Map.entry(132, SCTP),
            Map.entry(136, UDPLITE));

    private final String keyword;
    private final HeaderBase base;
    private final int length;

    Protocol(String keyword, HeaderBase base, int length) {
        this.keyword = keyword;
        this.base = base;
        this.length = length;
    }

    String keyword() {
        return keyword;
    }

    HeaderBase base() {
        return base;
    }

    /** Of its header, in bytes. */
    int length() {
        return length;
    }

    private Map<Integer, Protocol> announced() {
        return switch (this) {
            case ETHER, VLAN, NETDEV -> ETHER_TYPES;
            case INET -> FAMILIES;
            case IP, IP6 -> TRANSPORTS;
            default -> Map.of();
        };
    }

    /** What a number in this header announces. */
    Optional<Protocol> next(int number) {
        return Optional.ofNullable(announced().get(number));
    }

    /** The number that announces another header in this one. */
    Optional<Integer> numberOf(Protocol next) {
        return announced().entrySet().stream()
                .filter(entry -> entry.getValue() == next)
                .map(Map.Entry::getKey)
                .min(Integer::compare);
    }

    /** What nft asks about instead of this header's own field, when it asks of itself what is next. */
    Optional<MetaKey> metaKey() {
        return switch (this) {
            case IP, IP6 -> Optional.of(MetaKey.TRANSPORT);
            case INET -> Optional.of(MetaKey.FAMILY);
            case NETDEV -> Optional.of(MetaKey.PROTOCOL);
            default -> Optional.empty();
        };
    }

    static Optional<Protocol> transport(int number) {
        return Optional.ofNullable(TRANSPORTS.get(number));
    }

    static Optional<Integer> numberOfTransport(Protocol protocol) {
        return IP.numberOf(protocol);
    }

    static Optional<Protocol> find(String keyword) {
        for (Protocol protocol : values()) {
            if (protocol.keyword.equals(keyword)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }
}
