package org.vethlab.net.neigh;

import org.vethlab.net.World;
import org.vethlab.net.link.Device;
import org.vethlab.net.sysctl.NeighbourConf;

/** The timings of one device's table (struct neigh_parms), read from its sysctls whenever they are needed. */
final class NeighbourParameters {
    private static final long MILLISECOND = 1_000_000;

    /** How often ReachableTime is drawn anew. */
    private static final long RANDOMISED_FOR = 300_000 * MILLISECOND;

    /** No timer of a neighbour runs shorter (HZ/100). */
    private static final long SHORTEST = 10 * MILLISECOND;

    private final int family;
    private final Device device;
    private final World world;
    private long base = -1;
    private long reachable;
    private long randomisedAt;

    NeighbourParameters(int family, Device device, World world) {
        this.family = family;
        this.device = device;
        this.world = world;
    }

    /** ReachableTime: base_reachable_time times a factor between 0.5 and 1.5, drawn anew every five minutes. */
    long reachable() {
        long now = world.clock().now();
        if (base != baseReachable() || now > randomisedAt + RANDOMISED_FOR) {
            base = baseReachable();
            reachable = base == 0 ? 0 : base / 2 + world.random().nextLong(base);
            randomisedAt = now;
        }
        return reachable;
    }

    long baseReachable() {
        return time(NeighbourConf.BASE_REACHABLE_TIME);
    }

    long retransmit() {
        return Math.max(time(NeighbourConf.RETRANS_TIME), SHORTEST);
    }

    long delayFirstProbe() {
        return time(NeighbourConf.DELAY_FIRST_PROBE_TIME);
    }

    long staleAfter() {
        return time(NeighbourConf.GC_STALE_TIME);
    }

    /** For so long after a change another MAC address in a reply is not believed. */
    long lock() {
        return time(NeighbourConf.LOCKTIME);
    }

    long proxyDelay() {
        return time(NeighbourConf.PROXY_DELAY);
    }

    int proxyQueueLength() {
        return get(NeighbourConf.PROXY_QLEN);
    }

    long unresolvedQueueBytes() {
        return get(NeighbourConf.UNRES_QLEN_BYTES);
    }

    int unicastProbes() {
        return get(NeighbourConf.UCAST_SOLICIT);
    }

    int applicationProbes() {
        return get(NeighbourConf.APP_SOLICIT);
    }

    int multicastProbes() {
        return get(NeighbourConf.MCAST_SOLICIT);
    }

    /** Probes of a neighbour in a state before it is FAILED (neigh_max_probes). */
    int maximumProbes(NudState state) {
        int everybody = state == NudState.PROBE ? get(NeighbourConf.MCAST_RESOLICIT) : multicastProbes();
        return unicastProbes() + applicationProbes() + everybody;
    }

    private long time(NeighbourConf conf) {
        return get(conf) * MILLISECOND;
    }

    private int get(NeighbourConf conf) {
        return device.namespace().sysctls().neighbour(device, family, conf);
    }
}
