package org.vethlab.program.nft;

import java.util.Optional;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.Selector;

/**
 * The fields of headers.
 *
 * <p>Where fields share their place, as in ICMP, the message's type says which it is.
 */
enum HeaderField {
    ETHER_DADDR(Protocol.ETHER, "daddr", 0, 48, DataType.ETHER_ADDR),
    ETHER_SADDR(Protocol.ETHER, "saddr", 48, 48, DataType.ETHER_ADDR),
    ETHER_TYPE(Protocol.ETHER, "type", 96, 16, DataType.ETHER_TYPE),
    VLAN_PCP(Protocol.VLAN, "pcp", 0, 3, DataType.INTEGER),
    VLAN_DEI(Protocol.VLAN, "dei", 3, 1, DataType.INTEGER),
    VLAN_CFI(Protocol.VLAN, "cfi", 3, 1, DataType.INTEGER),
    VLAN_ID(Protocol.VLAN, "id", 4, 12, DataType.INTEGER),
    VLAN_TYPE(Protocol.VLAN, "type", 16, 16, DataType.ETHER_TYPE),
    ARP_HTYPE(Protocol.ARP, "htype", 0, 16, DataType.INTEGER),
    ARP_PTYPE(Protocol.ARP, "ptype", 16, 16, DataType.ETHER_TYPE),
    ARP_HLEN(Protocol.ARP, "hlen", 32, 8, DataType.INTEGER),
    ARP_PLEN(Protocol.ARP, "plen", 40, 8, DataType.INTEGER),
    ARP_OPERATION(Protocol.ARP, "operation", 48, 16, DataType.ARP_OP),
    ARP_SADDR_ETHER(Protocol.ARP, "saddr ether", 64, 48, DataType.ETHER_ADDR),
    ARP_SADDR_IP(Protocol.ARP, "saddr ip", 112, 32, DataType.IPV4_ADDR),
    ARP_DADDR_ETHER(Protocol.ARP, "daddr ether", 144, 48, DataType.ETHER_ADDR),
    ARP_DADDR_IP(Protocol.ARP, "daddr ip", 192, 32, DataType.IPV4_ADDR),
    IP_VERSION(Protocol.IP, "version", 0, 4, DataType.INTEGER),
    IP_HDRLENGTH(Protocol.IP, "hdrlength", 4, 4, DataType.INTEGER),
    IP_DSCP(Protocol.IP, "dscp", 8, 6, DataType.DSCP),
    IP_ECN(Protocol.IP, "ecn", 14, 2, DataType.ECN),
    IP_LENGTH(Protocol.IP, "length", 16, 16, DataType.INTEGER),
    IP_ID(Protocol.IP, "id", 32, 16, DataType.INTEGER),
    IP_FRAG_OFF(Protocol.IP, "frag-off", 48, 16, DataType.INTEGER),
    IP_TTL(Protocol.IP, "ttl", 64, 8, DataType.INTEGER),
    IP_PROTOCOL(Protocol.IP, "protocol", 72, 8, DataType.INET_PROTO),
    IP_CHECKSUM(Protocol.IP, "checksum", 80, 16, DataType.INTEGER),
    IP_SADDR(Protocol.IP, "saddr", 96, 32, DataType.IPV4_ADDR),
    IP_DADDR(Protocol.IP, "daddr", 128, 32, DataType.IPV4_ADDR),
    IP6_VERSION(Protocol.IP6, "version", 0, 4, DataType.INTEGER),
    IP6_DSCP(Protocol.IP6, "dscp", 4, 6, DataType.DSCP),
    IP6_ECN(Protocol.IP6, "ecn", 10, 2, DataType.ECN),
    IP6_FLOWLABEL(Protocol.IP6, "flowlabel", 12, 20, DataType.INTEGER),
    IP6_LENGTH(Protocol.IP6, "length", 32, 16, DataType.INTEGER),
    IP6_NEXTHDR(Protocol.IP6, "nexthdr", 48, 8, DataType.INET_PROTO),
    IP6_HOPLIMIT(Protocol.IP6, "hoplimit", 56, 8, DataType.INTEGER),
    IP6_SADDR(Protocol.IP6, "saddr", 64, 128, DataType.IPV6_ADDR),
    IP6_DADDR(Protocol.IP6, "daddr", 192, 128, DataType.IPV6_ADDR),
    ICMP_TYPE(Protocol.ICMP, "type", 0, 8, DataType.ICMP_TYPE),
    ICMP_CODE(Protocol.ICMP, "code", 8, 8, DataType.ICMP_CODE),
    ICMP_CHECKSUM(Protocol.ICMP, "checksum", 16, 16, DataType.INTEGER),
    ICMP_ID(Protocol.ICMP, "id", 32, 16, DataType.INTEGER, 8),
    ICMP_SEQUENCE(Protocol.ICMP, "sequence", 48, 16, DataType.INTEGER, 8),
    ICMP_GATEWAY(Protocol.ICMP, "gateway", 32, 32, DataType.INTEGER, 5),
    ICMP_MTU(Protocol.ICMP, "mtu", 48, 16, DataType.INTEGER, 3),
    ICMPV6_TYPE(Protocol.ICMPV6, "type", 0, 8, DataType.ICMPV6_TYPE),
    ICMPV6_CODE(Protocol.ICMPV6, "code", 8, 8, DataType.ICMPV6_CODE),
    ICMPV6_CHECKSUM(Protocol.ICMPV6, "checksum", 16, 16, DataType.INTEGER),
    ICMPV6_PARAMETER(Protocol.ICMPV6, "parameter-problem", 32, 32, DataType.INTEGER, 4),
    ICMPV6_MTU(Protocol.ICMPV6, "mtu", 32, 32, DataType.INTEGER, 2),
    ICMPV6_ID(Protocol.ICMPV6, "id", 32, 16, DataType.INTEGER, 128),
    ICMPV6_SEQUENCE(Protocol.ICMPV6, "sequence", 48, 16, DataType.INTEGER, 128),
    ICMPV6_MAXDELAY(Protocol.ICMPV6, "max-delay", 32, 16, DataType.INTEGER, 130),
    IGMP_TYPE(Protocol.IGMP, "type", 0, 8, DataType.IGMP_TYPE),
    IGMP_MRT(Protocol.IGMP, "mrt", 8, 8, DataType.INTEGER),
    IGMP_CHECKSUM(Protocol.IGMP, "checksum", 16, 16, DataType.INTEGER),
    IGMP_GROUP(Protocol.IGMP, "group", 32, 32, DataType.INTEGER),
    TCP_SPORT(Protocol.TCP, "sport", 0, 16, DataType.INET_SERVICE),
    TCP_DPORT(Protocol.TCP, "dport", 16, 16, DataType.INET_SERVICE),
    TCP_SEQUENCE(Protocol.TCP, "sequence", 32, 32, DataType.INTEGER),
    TCP_ACKSEQ(Protocol.TCP, "ackseq", 64, 32, DataType.INTEGER),
    TCP_DOFF(Protocol.TCP, "doff", 96, 4, DataType.INTEGER),
    TCP_RESERVED(Protocol.TCP, "reserved", 100, 4, DataType.INTEGER),
    TCP_FLAGS(Protocol.TCP, "flags", 104, 8, DataType.TCP_FLAG),
    TCP_WINDOW(Protocol.TCP, "window", 112, 16, DataType.INTEGER),
    TCP_CHECKSUM(Protocol.TCP, "checksum", 128, 16, DataType.INTEGER),
    TCP_URGPTR(Protocol.TCP, "urgptr", 144, 16, DataType.INTEGER),
    UDP_SPORT(Protocol.UDP, "sport", 0, 16, DataType.INET_SERVICE),
    UDP_DPORT(Protocol.UDP, "dport", 16, 16, DataType.INET_SERVICE),
    UDP_LENGTH(Protocol.UDP, "length", 32, 16, DataType.INTEGER),
    UDP_CHECKSUM(Protocol.UDP, "checksum", 48, 16, DataType.INTEGER),
    UDPLITE_SPORT(Protocol.UDPLITE, "sport", 0, 16, DataType.INET_SERVICE),
    UDPLITE_DPORT(Protocol.UDPLITE, "dport", 16, 16, DataType.INET_SERVICE),
    UDPLITE_CSUMCOV(Protocol.UDPLITE, "csumcov", 32, 16, DataType.INTEGER),
    UDPLITE_CHECKSUM(Protocol.UDPLITE, "checksum", 48, 16, DataType.INTEGER),
    DCCP_SPORT(Protocol.DCCP, "sport", 0, 16, DataType.INET_SERVICE),
    DCCP_DPORT(Protocol.DCCP, "dport", 16, 16, DataType.INET_SERVICE),
    DCCP_TYPE(Protocol.DCCP, "type", 67, 4, DataType.DCCP_PKTTYPE),
    SCTP_SPORT(Protocol.SCTP, "sport", 0, 16, DataType.INET_SERVICE),
    SCTP_DPORT(Protocol.SCTP, "dport", 16, 16, DataType.INET_SERVICE),
    SCTP_VTAG(Protocol.SCTP, "vtag", 32, 32, DataType.INTEGER),
    SCTP_CHECKSUM(Protocol.SCTP, "checksum", 64, 32, DataType.INTEGER),
    ESP_SPI(Protocol.ESP, "spi", 0, 32, DataType.INTEGER),
    ESP_SEQUENCE(Protocol.ESP, "sequence", 32, 32, DataType.INTEGER),
    AH_NEXTHDR(Protocol.AH, "nexthdr", 0, 8, DataType.INET_PROTO),
    AH_HDRLENGTH(Protocol.AH, "hdrlength", 8, 8, DataType.INTEGER),
    AH_RESERVED(Protocol.AH, "reserved", 16, 16, DataType.INTEGER),
    AH_SPI(Protocol.AH, "spi", 32, 32, DataType.INTEGER),
    AH_SEQUENCE(Protocol.AH, "sequence", 64, 32, DataType.INTEGER),
    COMP_NEXTHDR(Protocol.COMP, "nexthdr", 0, 8, DataType.INET_PROTO),
    COMP_FLAGS(Protocol.COMP, "flags", 8, 8, DataType.BITMASK),
    COMP_CPI(Protocol.COMP, "cpi", 16, 16, DataType.INTEGER),
    TH_SPORT(Protocol.TH, "sport", 0, 16, DataType.INET_SERVICE),
    TH_DPORT(Protocol.TH, "dport", 16, 16, DataType.INET_SERVICE);

    private final Protocol protocol;
    private final String keyword;
    private final int offset;
    private final int bits;
    private final DataType type;
    private final int icmpType;

    HeaderField(Protocol protocol, String keyword, int offset, int bits, DataType type) {
        this(protocol, keyword, offset, bits, type, 0);
    }

    /** @param icmpType of the message that has this field; 0 for all */
    HeaderField(Protocol protocol, String keyword, int offset, int bits, DataType type, int icmpType) {
        this.protocol = protocol;
        this.keyword = keyword;
        this.offset = offset;
        this.bits = bits;
        this.type = type;
        this.icmpType = icmpType;
    }

    Protocol protocol() {
        return protocol;
    }

    String text() {
        return protocol.keyword() + " " + keyword;
    }

    String keyword() {
        return keyword;
    }

    DataType type() {
        return type;
    }

    int bits() {
        return bits;
    }

    int icmpType() {
        return icmpType;
    }

    /** @param stacked bits of link-layer headers before this one */
    Selector.Field selector(int stacked) {
        return new Selector.Field(protocol.base(), offset + stacked, bits);
    }

    /** Whether its value says what comes next. */
    boolean announces() {
        return switch (this) {
            case ETHER_TYPE, VLAN_TYPE, IP_PROTOCOL, IP6_NEXTHDR, ICMP_TYPE, ICMPV6_TYPE -> true;
            default -> false;
        };
    }

    static Optional<HeaderField> find(String protocol, String keyword) {
        String spelled = keyword.equals("seq") ? "sequence" : keyword;
        spelled = spelled.equals("param-problem") ? "parameter-problem" : spelled;
        for (HeaderField field : values()) {
            if (field.protocol.keyword().equals(protocol) && field.keyword.equals(spelled)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * The field that some bits of a header are.
     *
     * @param icmp the type of the message, if it is known; 0 if not
     */
    static Optional<HeaderField> at(Protocol protocol, HeaderBase base, int offset, int bits, int icmp) {
        for (HeaderField field : values()) {
            if (field.protocol == protocol
                    && base == protocol.base()
                    && field.offset == offset
                    && field.bits == bits
                    && (field.icmpType == 0 || icmp == 0 || field.icmpType == icmp)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
