package org.vethlab.net.filter.expression;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** So many bytes, then no more (nft_quota). */
public final class Quota implements Statement {
    private final boolean over;
    private final long bytes;
    private long used;

    /** @param over whether it is what exceeds the quota that matches */
    public Quota(boolean over, long bytes, long used) {
        this.over = over;
        this.bytes = bytes;
        this.used = used;
    }

    public boolean over() {
        return over;
    }

    public long bytes() {
        return bytes;
    }

    public long used() {
        return used;
    }

    public void setUsed(long newUsed) {
        used = newUsed;
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        used += packet.length();
        return used > bytes == over ? Verdict.CONTINUE : Verdict.BREAK;
    }
}
