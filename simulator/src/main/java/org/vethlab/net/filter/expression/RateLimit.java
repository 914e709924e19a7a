package org.vethlab.net.filter.expression;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** A token bucket (nft_limit): so many packets or bytes in a time, and a burst of more. */
public final class RateLimit implements Statement {
    private static final long SECOND = 1_000_000_000L;

    private final boolean over;
    private final boolean bytes;
    private final long rate;
    private final long seconds;
    private final long burst;
    private long tokens;
    private long last;

    /**
     * @param over whether it is what exceeds the rate that matches
     * @param seconds the unit of time of the rate
     */
    public RateLimit(boolean over, boolean bytes, long rate, long seconds, long burst) {
        this.over = over;
        this.bytes = bytes;
        this.rate = rate;
        this.seconds = seconds;
        this.burst = burst;
        this.tokens = full();
    }

    public boolean over() {
        return over;
    }

    public boolean countsBytes() {
        return bytes;
    }

    public long rate() {
        return rate;
    }

    public long seconds() {
        return seconds;
    }

    public long burst() {
        return burst;
    }

    /** Tokens are nanoseconds: the whole bucket is what the burst takes. For bytes, the rate's own time comes on top. */
    private long full() {
        long window = seconds * SECOND;
        return bytes ? multiply(window, rate + burst) : multiply(window, burst);
    }

    private long multiply(long window, long count) {
        return (long) ((double) window / rate * count);
    }

    private long cost(PacketContext packet) {
        return multiply(seconds * SECOND, bytes ? packet.length() : 1);
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        long now = packet.namespace().world().clock().now();
        tokens = Math.min(full(), tokens + now - last);
        last = now;
        long left = tokens - cost(packet);
        boolean exceeds = left < 0;
        tokens = exceeds ? tokens : left;
        return exceeds == over ? Verdict.CONTINUE : Verdict.BREAK;
    }

    /** One of the same kind with a full bucket: what a new element of a set gets. */
    public RateLimit copy() {
        return new RateLimit(over, bytes, rate, seconds, burst);
    }
}
