package org.vethlab.net.filter.expression;

/** What is known of a packet beside its bytes (NFT_META_*). */
public enum MetaKey {
    LENGTH("length", 32),
    PROTOCOL("protocol", 16),
    PRIORITY("priority", 32),
    MARK("mark", 32),
    INPUT_INDEX("iif", 32),
    OUTPUT_INDEX("oif", 32),
    INPUT_NAME("iifname", 128),
    OUTPUT_NAME("oifname", 128),
    INPUT_TYPE("iiftype", 16),
    OUTPUT_TYPE("oiftype", 16),
    SOCKET_USER("skuid", 32),
    SOCKET_GROUP("skgid", 32),
    TRACE("nftrace", 8),
    ROUTING_CLASS("rtclassid", 32),
    BRIDGE_INPUT_NAME("ibrname", 128),
    BRIDGE_OUTPUT_NAME("obrname", 128),
    PACKET_TYPE("pkttype", 8),
    CPU("cpu", 32),
    INPUT_GROUP("iifgroup", 32),
    OUTPUT_GROUP("oifgroup", 32),
    CGROUP("cgroup", 32),
    RANDOM("random", 32),
    FAMILY("nfproto", 8),
    TRANSPORT("l4proto", 8),
    INPUT_KIND("iifkind", 128),
    OUTPUT_KIND("oifkind", 128),
    BRIDGE_PVID("ibrpvid", 16),
    BRIDGE_VLAN_PROTOCOL("ibrvproto", 16),
    TIME("time", 64),
    DAY("day", 8),
    HOUR("hour", 32),
    SLAVE_INDEX("sdif", 32),
    SLAVE_NAME("sdifname", 128);

    private final String keyword;
    private final int bits;

    MetaKey(String keyword, int bits) {
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
