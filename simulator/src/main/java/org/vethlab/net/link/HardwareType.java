package org.vethlab.net.link;

/** What kind of link a device is (ARPHRD_* of linux/if_arp.h), with iproute2's name for it (ll_type_n2a). */
public enum HardwareType {
    ETHER(1, "ether"),
    TUNNEL(768, "ipip"),
    TUNNEL6(769, "tunnel6"),
    LOOPBACK(772, "loopback"),
    SIT(776, "sit"),
    IPGRE(778, "gre"),
    IP6GRE(823, "gre6"),
    NONE(0xfffe, "none");

    private final int code;
    private final String text;

    HardwareType(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    /** Whether frames have an Ethernet header; the others carry bare packets, and have MAC addresses of zero inside. */
    public boolean hasEthernetHeader() {
        return this == ETHER || this == LOOPBACK;
    }
}
