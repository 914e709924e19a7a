package org.vethlab.net.sched;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.ClassOptions.HtbCounters;

/** A class of HTB (struct htb_class): tokens for its rate and, as a ceiling on what it borrows, for its ceil. */
final class HtbClass implements TrafficClass {
    /** A class that was idle this long, in nanoseconds, has all its tokens (mbuffer). */
    private static final long LONGEST_IDLE = 60_000_000_000L;

    private static final int MAX_PRIORITY = 7;

    private final Htb htb;
    private final Handle id;
    private final Optional<HtbClass> above;
    private final QdiscStatistics statistics = new QdiscStatistics();
    private RateSpec rate;
    private RateSpec ceil;
    private int priority;
    private long quantum;
    private long tokens;
    private long ceilTokens;
    private long checked;
    private long deficit;
    private int level;
    private int children;
    private Optional<Qdisc> leaf = Optional.empty();
    private long lends;
    private long borrows;

    /** htb_cmode: whether it may send on its own, only on its parent's tokens, or not at all. */
    enum Mode {
        CAN_SEND,
        MAY_BORROW,
        CANT_SEND
    }

    HtbClass(Htb htb, Handle id, Optional<HtbClass> above, ClassOptions.Htb options) {
        this.htb = htb;
        this.id = id;
        this.above = above;
        this.rate = options.rate();
        this.ceil = options.ceil();
        this.checked = htb.traffic().now();
        this.tokens = RateSpec.nanosOf(rate.burst());
        this.ceilTokens = RateSpec.nanosOf(ceil.burst());
        this.leaf = Optional.of(defaultLeaf());
    }

    void take(ClassOptions.Htb options, long newQuantum) {
        rate = options.rate();
        ceil = options.ceil();
        if (level == 0) {
            quantum = newQuantum;
            priority = Math.min(options.priority(), MAX_PRIORITY);
        }
    }

    @Override
    public Handle id() {
        return id;
    }

    @Override
    public Handle parent() {
        return above.map(HtbClass::id).orElse(Handle.ROOT);
    }

    Optional<HtbClass> above() {
        return above;
    }

    int level() {
        return level;
    }

    int priority() {
        return priority;
    }

    boolean hasChildren() {
        return children > 0;
    }

    /** A child came: what was a leaf becomes an inner class, whose own queue goes (htb_change_class). */
    Optional<Qdisc> becomeParent(int maxDepth) {
        children++;
        if (level > 0) {
            return Optional.empty();
        }
        level = above.map(HtbClass::level).orElse(maxDepth) - 1;
        Optional<Qdisc> old = leaf;
        leaf = Optional.empty();
        return old;
    }

    /** A child went; with the last one it is a leaf again (htb_parent_to_leaf). */
    void childRemoved() {
        children--;
        if (children == 0) {
            level = 0;
            leaf = Optional.of(defaultLeaf());
            tokens = RateSpec.nanosOf(rate.burst());
            ceilTokens = RateSpec.nanosOf(ceil.burst());
            checked = htb.traffic().now();
        }
    }

    @Override
    public Optional<Qdisc> leaf() {
        return leaf;
    }

    @Override
    public Optional<Qdisc> graft(Qdisc newLeaf) {
        Optional<Qdisc> old = leaf;
        leaf = Optional.of(newLeaf);
        return old;
    }

    @Override
    public void vacate() {
        leaf = Optional.of(defaultLeaf());
    }

    private Qdisc defaultLeaf() {
        return new Fifo(htb.seatBelow(id.minor()), Fifo.Kind.PFIFO, OptionalLong.empty());
    }

    boolean hasBacklog() {
        return leaf.isPresent() && leaf.get().peek().isPresent();
    }

    @Override
    public ClassOptions options() {
        HtbCounters counters =
                new HtbCounters(lends, borrows, 0, RateSpec.ticksOf(tokens), RateSpec.ticksOf(ceilTokens));
        return new ClassOptions.Htb(rate, ceil, priority, quantum, level, counters);
    }

    @Override
    public Optional<QdiscStatistics> statistics() {
        if (level == 0 && leaf.isPresent()) {
            statistics.backlog = leaf.get().statistics().backlog;
            statistics.queueLength = leaf.get().statistics().queueLength;
        }
        return Optional.of(statistics);
    }

    void dropped() {
        statistics.drops++;
    }

    /** htb_class_mode. */
    Mode mode(long now) {
        long idle = idle(now);
        if (ceilTokens + idle < 0) {
            return Mode.CANT_SEND;
        }
        return tokens + idle >= 0 ? Mode.CAN_SEND : Mode.MAY_BORROW;
    }

    /** How long until its mode may be better. */
    long nanosToWait(long now) {
        long idle = idle(now);
        return Math.max(0, ceilTokens + idle < 0 ? -(ceilTokens + idle) : -(tokens + idle));
    }

    private long idle(long now) {
        return Math.min(now - checked, LONGEST_IDLE);
    }

    /** Pays for a packet that a class at {@code lender} level lends the tokens for (htb_charge_class). */
    void charge(long now, int lender, Packet packet) {
        long idle = idle(now);
        Mode before = mode(now);
        if (level >= lender) {
            lends += level == lender ? 1 : 0;
            tokens = account(tokens, idle, rate, packet);
        } else {
            borrows++;
            tokens += idle;
        }
        ceilTokens = account(ceilTokens, idle, ceil, packet);
        checked = now;
        statistics.sent(packet);
        if (before != Mode.CANT_SEND && mode(now) == Mode.CANT_SEND) {
            statistics.overlimits++;
            htb.statistics().overlimits++;
        }
    }

    private static long account(long tokens, long idle, RateSpec spec, Packet packet) {
        long left = Math.min(tokens + idle, RateSpec.nanosOf(spec.burst())) - spec.nanos(packet.length());
        return Math.max(left, 1 - LONGEST_IDLE);
    }

    /** Deficit round robin: whether others of its priority come first now. */
    boolean hasHadItsTurn(Packet packet) {
        deficit -= packet.length();
        if (deficit < 0) {
            deficit += quantum;
            return true;
        }
        return false;
    }
}
