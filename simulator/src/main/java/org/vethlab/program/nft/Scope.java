package org.vethlab.program.nft;

/**
 * Where some words are keywords: within {@code ct …}, {@code state} is one; elsewhere it may be a chain's name. The
 * innermost scope alone counts, beside the words that are keywords everywhere.
 */
enum Scope {
    EVERYWHERE(
            "",
            "eq=== ne=!= le=<= lt=< ge=>= gt=> lshift=<< rshift=>> xor=^ and=& or='|' not=! vmap include define"
                    + " redefine undefine describe hook device devices table chain rule set element map flowtable handle"
                    + " ruleset socket tproxy accept drop continue jump goto return inet netdev add replace update create"
                    + " insert delete get list reset flush rename import export monitor position index comment constant"
                    + " interval dynamic auto-merge timeout gc-interval elements expires policy size flow offload meter"
                    + " counter log queue limit quota hour day reject snat dnat masquerade redirect random th bridge ether"
                    + " type typeof vlan 8021ad=string 8021q=string arp ip ecn time icmp icmpv6 igmp ip6 priority ah esp"
                    + " comp flags udp udplite tcp dccp sctp rt rt0 rt2 srh hbh frag dst mh meta mark iif iifname iiftype"
                    + " oif oifname oiftype skuid skgid nftrace rtclassid ibriport ibrname obriport obrname pkttype cpu"
                    + " iifgroup oifgroup cgroup ct numgen jhash symhash dup fwd fib osf synproxy notrack all exists"
                    + " missing exthdr ipsec secmark xt"),
    LIST("list", "chains sets tables meters flowtables limits maps secmarks synproxys hooks counters quotas"),
    RESET("reset", "counters quotas"),
    MONITOR("monitor", "chains sets tables rules trace xml json vm"),
    IMPORT("import", "xml json vm"),
    EXPORT("export", "xml json vm"),
    SOCKET("socket", "transparent wildcard cgroupv2 level"),
    QUEUE("queue", "to num bypass fanout"),
    DUP("dup", "to"),
    FWD("fwd", "to"),
    NAT("snat dnat masquerade redirect", "to prefix fully-random persistent port addr"),
    TPROXY("tproxy", "to"),
    IP(
            "ip",
            "to prefix saddr daddr id version hdrlength dscp length frag-off ttl protocol checksum lsrr rr ssrr ra ptr"
                    + " value option options addr"),
    IP6("ip6", "to prefix saddr daddr version dscp length flowlabel hoplimit nexthdr addr"),
    POLICY("policy", "performance memory"),
    COUNTER("counter", "name packets bytes"),
    LIMIT("limit", "name packets bytes rate burst second minute week over"),
    QUOTA("quota", "name bytes over used until"),
    SYNPROXY("synproxy", "name wscale maxseg=mss mss timestamp sack-permitted sack-perm=sack-permitted"),
    OSF("osf", "name version ttl"),
    CT(
            "ct",
            "packets bytes over saddr daddr id protocol dport avgpkt l3proto proto-src proto-dst zone original reply"
                    + " direction event expectation expiration helper helpers label state status count"),
    LOG("log", "prefix snaplen queue-threshold level group"),
    REJECT("reject", "with icmpx"),
    AT("@", "ll nh"),
    ARP("arp", "saddr daddr htype ptype hlen plen operation"),
    ETHER("ether", "saddr daddr"),
    FIB("fib", "saddr daddr"),
    IPSEC("ipsec", "saddr daddr spi reqid spnum in out"),
    FRAG("frag", "id frag-off nexthdr reserved reserved2 more-fragments"),
    VLAN("vlan", "id cfi dei pcp"),
    ICMP("icmp icmpv6", "id checksum gateway code param-problem max-delay mtu sequence=seq"),
    AH("ah", "hdrlength sequence=seq nexthdr reserved spi"),
    DST("dst", "hdrlength nexthdr"),
    HBH("hbh", "hdrlength nexthdr"),
    MH("mh", "hdrlength checksum nexthdr reserved"),
    RT("rt rt0 rt2 srh", "hdrlength nexthdr addr nexthop seg-left mtu last-entry tag sid classid"),
    TYPE("type", "dscp protocol classid"),
    UDP("udp", "length checksum sport dport"),
    META("meta", "length protocol"),
    TCP(
            "tcp",
            "length checksum ackseq doff window urgptr echo eol maxseg=mss mss nop noop=nop sack sack0 sack1 sack2"
                    + " sack3 sack-permitted sack-perm=sack-permitted timestamp fastopen mptcp md5sig left right count"
                    + " tsval tsecr subtype options option sequence=seq reserved sport dport"),
    SCTP("sctp", "length checksum sport dport chunk vtag"),
    UDPLITE("udplite", "checksum csumcov sport dport"),
    IGMP("igmp", "checksum mrt group"),
    ESP("esp", "sequence=seq spi"),
    COMP("comp", "nexthdr cpi"),
    DCCP("dccp", "sport dport"),
    TH("th", "sport dport"),
    NUMGEN("numgen", "inc mod offset"),
    HASH("jhash symhash", "seed mod offset"),
    SECMARK("secmark", ""),
    XT("xt", "");

    private final String openers;
    private final String words;

    /**
     * @param openers the words that open it
     * @param words the keywords; with {@code =} the name that messages call one by, where that differs
     */
    Scope(String openers, String words) {
        this.openers = " " + openers + " ";
        this.words = " " + words + " ";
    }

    /** The kind of token that a word is in this scope; empty if it is no keyword there. */
    String kind(String word) {
        if (words.contains(" " + word + " ")) {
            return word;
        }
        int row = words.indexOf(" " + word + "=");
        if (row < 0) {
            return "";
        }
        int start = row + word.length() + 2;
        return words.substring(start, words.indexOf(' ', start));
    }

    /** The scope that a keyword opens; {@link #EVERYWHERE} if it opens none. */
    static Scope openedBy(String word) {
        for (Scope scope : values()) {
            if (!word.isEmpty() && scope.openers.contains(" " + word + " ")) {
                return scope;
            }
        }
        return EVERYWHERE;
    }
}
