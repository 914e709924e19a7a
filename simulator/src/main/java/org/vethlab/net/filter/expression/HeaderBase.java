package org.vethlab.net.filter.expression;

/** Where offsets of fields count from (NFT_PAYLOAD_*). */
public enum HeaderBase {
    LINK("ll"),
    NETWORK("nh"),
    TRANSPORT("th");

    private final String keyword;

    HeaderBase(String keyword) {
        this.keyword = keyword;
    }

    /** As nft spells it in {@code @th,16,16}. */
    public String keyword() {
        return keyword;
    }
}
