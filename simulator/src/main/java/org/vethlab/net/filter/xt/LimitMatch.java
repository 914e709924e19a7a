package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;

/** A bucket of tokens: so many packets in a time, and a few at once ({@code -m limit}). It remembers what is left. */
public final class LimitMatch implements XtMatch {
    private static final long SECOND = 1_000_000_000L;

    private final int packets;
    private final int seconds;
    private final int burst;
    private final long cost;
    private long credit;
    private long last = -1;

    public LimitMatch(int packets, int seconds, int burst) {
        this.packets = packets;
        this.seconds = seconds;
        this.burst = burst;
        this.cost = seconds * SECOND / packets;
        this.credit = cost * burst;
    }

    public int packets() {
        return packets;
    }

    /** 1, 60, 3600 or 86400. */
    public int seconds() {
        return seconds;
    }

    public int burst() {
        return burst;
    }

    @Override
    public String extension() {
        return "limit";
    }

    @Override
    public boolean matches(PacketContext packet) {
        long now = packet.namespace().world().clock().now();
        credit = last < 0 ? cost * burst : Math.min(credit + now - last, cost * burst);
        last = now;
        if (credit < cost) {
            return false;
        }
        credit -= cost;
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LimitMatch limit
                && packets == limit.packets
                && seconds == limit.seconds
                && burst == limit.burst;
    }

    @Override
    public int hashCode() {
        return (packets * 31 + seconds) * 31 + burst;
    }
}
