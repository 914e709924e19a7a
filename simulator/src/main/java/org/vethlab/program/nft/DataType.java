package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types of values: how long they are, what names they have. */
enum DataType {
    VERDICT("verdict", "netfilter verdict", Kind.INTEGER, 0, ""),
    NF_PROTO("nf_proto", "netfilter protocol", Kind.INTEGER, 8, "ipv4=2 ipv6=10"),
    BITMASK("bitmask", "bitmask", Kind.FLAGS, 0, ""),
    INTEGER("integer", "integer", Kind.INTEGER, 0, ""),
    /** Of bits that are no field of any header. */
    RAW("integer", "integer", Kind.RAW, 0, ""),
    STRING("string", "string", Kind.TEXT, 0, ""),
    LL_ADDR("ll_addr", "link layer address", Kind.ETHER, 0, ""),
    IPV4_ADDR("ipv4_addr", "IPv4 address", Kind.IPV4, 32, ""),
    IPV6_ADDR("ipv6_addr", "IPv6 address", Kind.IPV6, 128, ""),
    ETHER_ADDR("ether_addr", "Ethernet address", Kind.ETHER, 48, ""),
    ETHER_TYPE(
            "ether_type",
            "Ethernet protocol",
            Kind.HEX,
            16,
            "ip=2048 arp=2054 ip6=34525 8021q=33024 8021ad=34984 vlan=33024"),
    ARP_OP(
            "arp_op",
            "ARP operation",
            Kind.INTEGER,
            16,
            "request=1 reply=2 rrequest=3 rreply=4 inrequest=8 inreply=9 nak=10"),
    INET_PROTO("inet_proto", "Internet protocol", Kind.PROTOCOL, 8, ""),
    INET_SERVICE("inet_service", "internet network service", Kind.SERVICE, 16, ""),
    ICMP_TYPE(
            "icmp_type",
            "ICMP type",
            Kind.INTEGER,
            8,
            "echo-reply=0 destination-unreachable=3 source-quench=4 redirect=5 echo-request=8 router-advertisement=9"
                    + " router-solicitation=10 time-exceeded=11 parameter-problem=12 timestamp-request=13"
                    + " timestamp-reply=14 info-request=15 info-reply=16 address-mask-request=17 address-mask-reply=18"),
    TCP_FLAG("tcp_flag", "TCP flag", Kind.FLAGS, 8, "fin=1 syn=2 rst=4 psh=8 ack=16 urg=32 ecn=64 cwr=128"),
    DCCP_PKTTYPE(
            "dccp_pkttype",
            "DCCP packet type",
            Kind.INTEGER,
            4,
            "request=0 response=1 data=2 ack=3 dataack=4 closereq=5 close=6 reset=7 sync=8 syncack=9"),
    MH_TYPE("mh_type", "mobility header type", Kind.INTEGER, 8, ""),
    TIME("time", "relative time", Kind.TIME, 32, ""),
    MARK("mark", "packet mark", Kind.MARK, 32, ""),
    IFACE_INDEX("iface_index", "network interface index", Kind.INTERFACE, 32, ""),
    IFACE_TYPE(
            "iface_type",
            "network interface type",
            Kind.INTEGER,
            16,
            "ether=1 ppp=512 ipip=768 ipip6=769 loopback=772 sit=776 ipgre=778"),
    IFNAME("ifname", "network interface name", Kind.TEXT, 128, ""),
    REALM("realm", "routing realm", Kind.INTEGER, 32, "default=0"),
    CLASSID("classid", "TC classid", Kind.CLASS, 32, ""),
    UID("uid", "user ID", Kind.INTEGER, 32, "root=0"),
    GID("gid", "group ID", Kind.INTEGER, 32, "root=0"),
    CT_STATE("ct_state", "conntrack state", Kind.FLAGS, 32, "invalid=1 new=8 established=2 related=4 untracked=64"),
    CT_DIR("ct_dir", "conntrack direction", Kind.INTEGER, 8, "original=0 reply=1"),
    CT_STATUS(
            "ct_status",
            "conntrack status",
            Kind.FLAGS,
            32,
            "expected=1 seen-reply=2 assured=4 confirmed=8 snat=16 dnat=32 dying=512"),
    CT_LABEL("ct_label", "conntrack label", Kind.FLAGS, 128, ""),
    CT_EVENT(
            "ct_event",
            "conntrack event bits",
            Kind.FLAGS,
            32,
            "new=1 related=2 destroy=4 reply=8 assured=16 protoinfo=32 helper=64 mark=128 seqadj=256 secmark=512"
                    + " label=1024"),
    ICMP_CODE(
            "icmp_code",
            "icmp code",
            Kind.INTEGER,
            8,
            "net-unreachable=0 host-unreachable=1 prot-unreachable=2 port-unreachable=3 net-prohibited=9"
                    + " host-prohibited=10 admin-prohibited=13 frag-needed=4"),
    ICMPV6_CODE(
            "icmpv6_code",
            "icmpv6 code",
            Kind.INTEGER,
            8,
            "no-route=0 admin-prohibited=1 addr-unreachable=3 port-unreachable=4 policy-fail=5 reject-route=6"),
    ICMPX_CODE(
            "icmpx_code",
            "icmpx code",
            Kind.INTEGER,
            8,
            "port-unreachable=1 admin-prohibited=3 no-route=0 host-unreachable=2"),
    ICMPV6_TYPE(
            "icmpv6_type",
            "ICMPv6 type",
            Kind.INTEGER,
            8,
            "destination-unreachable=1 packet-too-big=2 time-exceeded=3 parameter-problem=4 echo-request=128"
                    + " echo-reply=129 mld-listener-query=130 mld-listener-report=131 mld-listener-done=132"
                    + " mld-listener-reduction=132 nd-router-solicit=133 nd-router-advert=134 nd-neighbor-solicit=135"
                    + " nd-neighbor-advert=136 nd-redirect=137 router-renumbering=138 ind-neighbor-solicit=141"
                    + " ind-neighbor-advert=142 mld2-listener-report=143"),
    IGMP_TYPE(
            "igmp_type",
            "IGMP type",
            Kind.INTEGER,
            8,
            "membership-query=17 membership-report-v1=18 membership-report-v2=22 membership-report-v3=34"
                    + " leave-group=23"),
    PKT_TYPE("pkt_type", "packet type", Kind.INTEGER, 8, "host=0 unicast=0 broadcast=1 multicast=2 other=3"),
    DEVGROUP("devgroup", "devgroup name", Kind.INTEGER, 32, "default=0"),
    DSCP(
            "dscp",
            "Differentiated Services Code Point",
            Kind.HEX,
            6,
            "cs0=0 cs1=8 cs2=16 cs3=24 cs4=32 cs5=40 cs6=48 cs7=56 df=0 be=0 lephb=1 af11=10 af12=12 af13=14 af21=18"
                    + " af22=20 af23=22 af31=26 af32=28 af33=30 af41=34 af42=36 af43=38 va=44 ef=46"),
    ECN("ecn", "Explicit Congestion Notification", Kind.HEX, 2, "not-ect=0 ect1=1 ect0=2 ce=3"),
    FIB_ADDRTYPE(
            "fib_addrtype",
            "fib address type",
            Kind.INTEGER,
            32,
            "unspec=0 unicast=1 local=2 broadcast=3 anycast=4 multicast=5 blackhole=6 unreachable=7 prohibit=8"),
    BOOLEAN("boolean", "boolean type", Kind.INTEGER, 1, "exists=1 missing=0"),
    DAY(
            "day",
            "Day of week of packet reception",
            Kind.QUOTED,
            8,
            "Sunday=0 Monday=1 Tuesday=2 Wednesday=3 Thursday=4 Friday=5 Saturday=6"),
    HOUR("hour", "Hour of day of packet reception", Kind.HOUR, 32, ""),
    DATE("date", "Relative time of packet reception", Kind.INTEGER, 64, ""),
    CGROUPSV2("cgroupsv2", "cgroupsv2 path", Kind.INTEGER, 64, "");

    /** How values are read and shown. */
    enum Kind {
        INTEGER,
        RAW,
        HEX,
        FLAGS,
        TEXT,
        IPV4,
        IPV6,
        ETHER,
        PROTOCOL,
        SERVICE,
        TIME,
        MARK,
        INTERFACE,
        CLASS,
        QUOTED,
        HOUR
    }

    /** A name of a value. */
    record Symbol(String name, BigInteger value) {}

    private final String keyword;
    private final String description;
    private final Kind kind;
    private final int bits;
    private final String symbolText;

    DataType(String keyword, String description, Kind kind, int bits, String symbolText) {
        this.keyword = keyword;
        this.description = description;
        this.kind = kind;
        this.bits = bits;
        this.symbolText = symbolText;
    }

    /** As typed behind {@code type}. */
    String keyword() {
        return keyword;
    }

    /** As messages call it. */
    String description() {
        return description;
    }

    Kind kind() {
        return kind;
    }

    /** The length of values; 0 if that depends. */
    int bits() {
        return bits;
    }

    /** In the order of nft's tables: of several names of a value, the first is shown. */
    List<Symbol> symbols() {
        List<Symbol> symbols = new ArrayList<>();
        for (String row : symbolText.isEmpty() ? new String[0] : symbolText.split(" ")) {
            int equals = row.indexOf('=');
            symbols.add(new Symbol(row.substring(0, equals), new BigInteger(row.substring(equals + 1))));
        }
        return symbols;
    }

    Optional<BigInteger> value(String name) {
        return symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .map(Symbol::value)
                .findFirst();
    }

    Optional<String> name(BigInteger value) {
        return symbols().stream()
                .filter(symbol -> symbol.value().equals(value))
                .map(Symbol::name)
                .findFirst();
    }

    boolean isFlags() {
        return kind == Kind.FLAGS;
    }

    /** Whether the kernel holds values in the byte order of the machine, not of the network. */
    boolean isHostOrder() {
        return switch (this) {
            case MARK, IFACE_INDEX, IFACE_TYPE, CT_STATE, CT_DIR, CT_STATUS, UID, GID, REALM, CLASSID, DEVGROUP, TIME ->
                true;
            default -> false;
        };
    }

    static Optional<DataType> find(String keyword) {
        for (DataType type : values()) {
            if (type.keyword.equals(keyword)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static DataType named(Token name) {
        return find(name.text()).orElseThrow(() -> new NftException(name.at(), "unknown datatype " + name.text()));
    }
}
