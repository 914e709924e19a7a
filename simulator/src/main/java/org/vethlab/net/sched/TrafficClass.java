package org.vethlab.net.sched;

import java.util.Optional;

/** A class of a qdisc: a place where another qdisc can sit. */
public interface TrafficClass {
    Handle id();

    /** The class above, the qdisc itself, or {@link Handle#ROOT}. */
    Handle parent();

    /** The qdisc that holds the packets of this class. */
    Optional<Qdisc> leaf();

    /** Puts another qdisc in this place. @return the one that was there */
    Optional<Qdisc> graft(Qdisc newLeaf);

    /** The user's own qdisc is deleted: the class has a queue as at first. */
    void vacate();

    /** Whether a dump tells of it. */
    default boolean isListed() {
        return true;
    }

    /** What a dump tells of its settings. */
    default ClassOptions options() {
        return new ClassOptions.None();
    }

    /** Counters, where the kind of class has any. */
    default Optional<QdiscStatistics> statistics() {
        return leaf().map(Qdisc::statistics);
    }
}
