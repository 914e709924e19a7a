package org.vethlab.net.tcp;

/** How long to wait for an acknowledgment (RFC 6298; tcp_rtt_estimator, tcp_set_rto). In nanoseconds. */
final class RoundTrip {
    static final long INITIAL = 1_000_000_000L;
    private static final long LEAST = 200_000_000L;
    static final long MOST = 120_000_000_000L;

    private long smoothed;
    private long deviation;
    private long timeout = INITIAL;

    /** The time that one segment and its acknowledgment took. */
    void sample(long nanos) {
        long taken = Math.max(1, nanos);
        if (smoothed == 0) {
            smoothed = taken;
            deviation = taken / 2;
        } else {
            deviation += (Math.abs(taken - smoothed) - deviation) / 4;
            smoothed += (taken - smoothed) / 8;
        }
        timeout = Math.min(MOST, smoothed + Math.max(LEAST, 4 * deviation));
    }

    long smoothed() {
        return smoothed;
    }

    long deviation() {
        return deviation;
    }

    /** Before any back-off. */
    long timeout() {
        return timeout;
    }
}
