package org.vethlab.net.filter.expression;

/** What is known of a connection (NFT_CT_*). */
public enum ConntrackKey {
    STATE("state", 32),
    DIRECTION("direction", 8),
    STATUS("status", 32),
    MARK("mark", 32),
    EXPIRATION("expiration", 32),
    HELPER("helper", 128),
    L3_PROTOCOL("l3proto", 8),
    PROTOCOL("protocol", 8),
    SOURCE("saddr", 32),
    DESTINATION("daddr", 32),
    SOURCE_IPV4("ip saddr", 32),
    DESTINATION_IPV4("ip daddr", 32),
    SOURCE_IPV6("ip6 saddr", 128),
    DESTINATION_IPV6("ip6 daddr", 128),
    SOURCE_PORT("proto-src", 16),
    DESTINATION_PORT("proto-dst", 16),
    LABEL("label", 128),
    BYTES("bytes", 64),
    PACKETS("packets", 64),
    AVERAGE("avgpkt", 64),
    ZONE("zone", 16),
    EVENT("event", 32),
    IDENTIFIER("id", 32);

    private final String keyword;
    private final int bits;

    ConntrackKey(String keyword, int bits) {
        this.keyword = keyword;
        this.bits = bits;
    }

    /** As nft spells it. */
    public String keyword() {
        return keyword;
    }

    public int bits() {
        return bits;
    }
}
