package org.vethlab.net.filter;

import java.util.Locale;

/** Where netfilter looks at a packet (NF_INET_*, NF_BR_*, NF_ARP_*, NF_NETDEV_*). */
public enum Hook {
    PREROUTING(0),
    INPUT(1),
    FORWARD(2),
    OUTPUT(3),
    POSTROUTING(4),
    INGRESS(5),
    EGRESS(6);

    private final int slot;
    private final String keyword;

    Hook(int slot) {
        this.slot = slot;
        this.keyword = name().toLowerCase(Locale.ROOT);
    }

    /** As nft spells it. */
    public String keyword() {
        return keyword;
    }

    /** Its place in a table of all. */
    int slot() {
        return slot;
    }
}
