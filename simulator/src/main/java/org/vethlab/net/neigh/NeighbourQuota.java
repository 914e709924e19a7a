package org.vethlab.net.neigh;

import java.util.List;
import java.util.function.Predicate;
import org.vethlab.net.Namespace;
import org.vethlab.net.World;

/**
 * How many neighbours of a family the whole machine may hold, and the collector of those that nobody needs
 * (neigh_alloc, neigh_forced_gc, neigh_periodic_work). Surprising: the limits {@code gc_thresh1} to {@code 3} count all
 * namespaces together, and below the first nothing is ever collected: a FAILED entry stays for good.
 */
public final class NeighbourQuota {
    private static final long SECOND = 1_000_000_000L;

    /** gc_thresh1: with fewer entries nothing is collected. */
    public static final int SPARED_LIMIT = 128;

    /** gc_thresh2: more than so many are tolerated for five seconds. */
    public static final int SOFT_LIMIT = 512;

    /** gc_thresh3: never more than so many. */
    public static final int HARD_LIMIT = 1024;

    /** Half of base_reachable_time. */
    private static final long COLLECT_EVERY = 15 * SECOND;

    /** What changed within the last seconds is spared when room is needed at once. */
    private static final long SPARED = 5 * SECOND;

    private final World world;
    private final int family;
    private int entries;
    private long flushedAt;
    private boolean collecting;

    public NeighbourQuota(World world, int family) {
        this.world = world;
        this.family = family;
    }

    boolean hasRoom() {
        long now = world.clock().now();
        boolean crowded = entries >= HARD_LIMIT || entries >= SOFT_LIMIT && now > flushedAt + SPARED;
        if (!crowded) {
            return true;
        }
        flushedAt = now;
        collect(neighbour -> isDispensable(neighbour, now), entries - SOFT_LIMIT);
        return entries < HARD_LIMIT;
    }

    void added() {
        entries++;
        collectLater();
    }

    void removed() {
        entries--;
    }

    private static boolean isDispensable(Neighbour neighbour, long now) {
        return neighbour.state() == NudState.FAILED
                || neighbour.state() == NudState.NOARP
                || neighbour.state() != NudState.PERMANENT
                        && neighbour.references() == 0
                        && now > neighbour.updatedAt() + SPARED;
    }

    private void collectLater() {
        if (!collecting && entries >= SPARED_LIMIT) {
            collecting = true;
            world.clock().after(COLLECT_EVERY, this::collectIdle);
        }
    }

    private void collectIdle() {
        collecting = false;
        if (entries < SPARED_LIMIT) {
            return;
        }
        collect(this::isIdle, Integer.MAX_VALUE);
        collectLater();
    }

    private boolean isIdle(Neighbour neighbour) {
        NudState state = neighbour.state();
        if (state == NudState.PERMANENT || state.isTimed()) {
            return false;
        }
        return state == NudState.FAILED || neighbour.isIdle();
    }

    private void collect(Predicate<Neighbour> which, int atMost) {
        int left = atMost;
        for (Namespace namespace : world.namespaces()) {
            NeighbourTable table = namespace.neighbours().table(family);
            List<Neighbour> goners = table.all();
            goners.removeIf(which.negate());
            for (Neighbour goner : goners.subList(0, Math.max(0, Math.min(left, goners.size())))) {
                table.remove(goner);
                left--;
            }
        }
    }
}
