package org.vethlab.net.sched;

/** Settings of a class, as a request asks for them and as a dump tells them. */
public sealed interface ClassOptions {
    record None() implements ClassOptions {}

    /**
     * HTB (struct tc_htb_opt).
     *
     * @param quantum bytes to serve at once; 0 in a request for what follows from the rate
     * @param level 0 for a leaf, 7 for a class right below the root that has children
     */
    record Htb(RateSpec rate, RateSpec ceil, int priority, long quantum, int level, HtbCounters counters)
            implements ClassOptions {}

    /** struct tc_htb_xstats; tokens in ticks. */
    record HtbCounters(long lends, long borrows, long giants, long tokens, long ceilTokens) {
        public static final HtbCounters ZERO = new HtbCounters(0, 0, 0, 0, 0);
    }
}
