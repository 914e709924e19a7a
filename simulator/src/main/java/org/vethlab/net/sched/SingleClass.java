package org.vethlab.net.sched;

import java.util.Optional;
import java.util.OptionalLong;

/** The one class of a qdisc that only slows down what another one holds (tbf, netem): {@code 8001:1}. */
final class SingleClass implements TrafficClass {
    private final Qdisc owner;
    private final boolean alwaysOccupied;
    private Optional<Qdisc> leaf;

    private SingleClass(Qdisc owner, boolean alwaysOccupied, Optional<Qdisc> leaf) {
        this.owner = owner;
        this.alwaysOccupied = alwaysOccupied;
        this.leaf = leaf;
    }

    /** A class that always holds a qdisc, at first this one. */
    static SingleClass holding(Qdisc owner, Qdisc leaf) {
        return new SingleClass(owner, true, Optional.of(leaf));
    }

    /** A class that may stay empty: then it is not there for a dump, but can be grafted to (netem_find). */
    static SingleClass vacant(Qdisc owner) {
        return new SingleClass(owner, false, Optional.empty());
    }

    @Override
    public boolean isListed() {
        return leaf.isPresent();
    }

    @Override
    public Handle id() {
        return Handle.of(owner.handle().major(), 1);
    }

    @Override
    public Handle parent() {
        return owner.handle();
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
        leaf = alwaysOccupied
                ? Optional.of(new Fifo(owner.seatBelow(1), Fifo.Kind.PFIFO, OptionalLong.empty()))
                : Optional.empty();
    }

    /** Such a class counts nothing. */
    @Override
    public Optional<QdiscStatistics> statistics() {
        return Optional.empty();
    }
}
