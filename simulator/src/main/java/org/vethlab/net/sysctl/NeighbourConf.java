package org.vethlab.net.sysctl;

/** The settings of a neighbour table on one device (struct neigh_parms): counts, and times in jiffies of 4 ms (HZ=250). */
public enum NeighbourConf {
    ANYCAST_DELAY(Unit.JIFFIES, 250, 250),
    APP_SOLICIT(Unit.COUNT, 0, 0),
    BASE_REACHABLE_TIME(Unit.JIFFIES, 30 * 250, 30 * 250),
    DELAY_FIRST_PROBE_TIME(Unit.JIFFIES, 5 * 250, 5 * 250),
    GC_STALE_TIME(Unit.JIFFIES, 60 * 250, 60 * 250),
    INTERVAL_PROBE_TIME(Unit.JIFFIES, 5 * 250, 5 * 250),
    LOCKTIME(Unit.JIFFIES, 250, 0),
    MCAST_RESOLICIT(Unit.COUNT, 0, 0),
    MCAST_SOLICIT(Unit.COUNT, 3, 3),
    PROXY_DELAY(Unit.JIFFIES, 200, 200),
    PROXY_QLEN(Unit.COUNT, 64, 64),
    RETRANS_TIME(Unit.JIFFIES, 250, 250),
    UCAST_SOLICIT(Unit.COUNT, 3, 3),
    UNRES_QLEN_BYTES(Unit.COUNT, 212_992, 212_992);

    private enum Unit {
        COUNT,
        JIFFIES
    }

    private static final int MILLISECONDS_PER_JIFFY = 4;

    private final Unit unit;
    private final int ipv4;
    private final int ipv6;

    NeighbourConf(Unit unit, int ipv4, int ipv6) {
        this.unit = unit;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    int initial(int family) {
        return family == 4 ? ipv4 : ipv6;
    }

    /** A stored time in milliseconds; a count as it is. */
    int inMilliseconds(int stored) {
        return unit == Unit.JIFFIES ? stored * MILLISECONDS_PER_JIFFY : stored;
    }
}
