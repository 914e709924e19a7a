package org.vethlab.net.link;

/** The numbers and switches of a VXLAN device (IFLA_VXLAN_*), in the order in which {@code ip -d link} shows them. */
public enum VxlanOption {
    /** Of the ports that packets are sent from, by a hash of what they carry. */
    SOURCE_PORT_LOW(0),
    SOURCE_PORT_HIGH(0),
    /** 8472 was Linux's before IANA gave 4789. */
    DESTINATION_PORT(8472),
    LEARNING(1),
    PROXY(0),
    RSC(0),
    L2MISS(0),
    L3MISS(0),
    /** Type of service of the outer packet; 1 for that of the inner one. */
    TOS(0),
    /** 0 for the route's or the host's default. */
    TTL(0),
    TTL_INHERIT(0),
    /** {@link #DF_UNSET}, {@link #DF_SET} or {@link #DF_INHERIT}. */
    DF(0),
    LABEL(0),
    /** Seconds that a learnt address is kept unused; 0 for ever. */
    AGEING(300),
    /** Most addresses in the table; 0 for no limit. */
    LIMIT(0),
    UDP_CHECKSUM(1),
    ZERO_CHECKSUM6_SENT(0),
    ZERO_CHECKSUM6_RECEIVED(0);

    public static final int DF_UNSET = 0;
    public static final int DF_SET = 1;
    public static final int DF_INHERIT = 2;

    private final long initial;

    VxlanOption(long initial) {
        this.initial = initial;
    }

    long initial() {
        return initial;
    }
}
