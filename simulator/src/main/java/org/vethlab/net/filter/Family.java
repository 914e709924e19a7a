package org.vethlab.net.filter;

/** The protocol family of a table (NFPROTO_*). Tables of {@link #INET} see packets of {@link #IP} and {@link #IP6}. */
public enum Family {
    INET("inet", 1),
    IP("ip", 2),
    ARP("arp", 3),
    NETDEV("netdev", 5),
    BRIDGE("bridge", 7),
    IP6("ip6", 10);

    private final String keyword;
    private final int number;

    Family(String keyword, int number) {
        this.keyword = keyword;
        this.number = number;
    }

    /** As nft spells it. */
    public String keyword() {
        return keyword;
    }

    /** NFPROTO_* of linux/netfilter.h. */
    public int number() {
        return number;
    }
}
