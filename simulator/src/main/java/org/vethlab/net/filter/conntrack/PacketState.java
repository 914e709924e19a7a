package org.vethlab.net.filter.conntrack;

/** What a packet is to its connection ({@code ct state}). */
public enum PacketState {
    INVALID(1, "invalid"),
    ESTABLISHED(2, "established"),
    RELATED(4, "related"),
    NEW(8, "new"),
    UNTRACKED(64, "untracked");

    private final int bit;
    private final String keyword;

    PacketState(int bit, String keyword) {
        this.bit = bit;
        this.keyword = keyword;
    }

    /** NF_CT_STATE_* as nft's {@code ct state} counts them. */
    public int bit() {
        return bit;
    }

    /** As nft spells it. */
    public String keyword() {
        return keyword;
    }
}
