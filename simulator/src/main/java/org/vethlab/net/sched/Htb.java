package org.vethlab.net.sched;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Hierarchical token buckets (sch_htb.c): classes with a rate of their own, which lend what they do not need. */
final class Htb extends Qdisc {
    private static final int MAX_DEPTH = 8;
    private static final long LEAST_QUANTUM = 1000;
    private static final long MOST_QUANTUM = 200_000;

    private final FilterBlock filters = new FilterBlock(this);
    private final ClassTable<HtbClass> classes = new ClassTable<>();
    private final List<HtbClass> turns = new ArrayList<>();
    private final ArrayDeque<Packet> direct = new ArrayDeque<>();
    private final QdiscOptions.Htb settings;
    private final long directLimit;
    private long directPackets;

    Htb(Seat seat, QdiscOptions options) {
        super(seat);
        if (!(options instanceof QdiscOptions.Htb wanted)) {
            throw new NetException(Errno.EINVAL);
        }
        settings = wanted;
        directLimit =
                wanted.directQueueLength().orElse(Math.max(2, traffic().device().queueLength()));
    }

    @Override
    public String kind() {
        return "htb";
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.Htb(
                settings.rateToQuantum(), settings.defaultClass(), OptionalLong.of(directLimit), directPackets);
    }

    @Override
    boolean enqueue(Packet packet) {
        HtbClassifier.Choice choice = new HtbClassifier(this, classes, filters).choose(packet);
        if (choice.dropped()) {
            statistics().drops++;
            return true;
        }
        boolean queued = choice.leaf().isPresent() ? enqueue(choice.leaf().get(), packet) : enqueueDirectly(packet);
        if (queued) {
            statistics().queued(packet);
        } else {
            statistics().drops++;
        }
        return queued;
    }

    private boolean enqueue(HtbClass leaf, Packet packet) {
        boolean queued = leaf.leaf().map(queue -> queue.enqueue(packet)).orElse(false);
        if (!queued) {
            leaf.dropped();
        }
        return queued;
    }

    /** What no class wants passes at full speed. */
    private boolean enqueueDirectly(Packet packet) {
        if (direct.size() >= directLimit) {
            return false;
        }
        directPackets++;
        return direct.add(packet);
    }

    int defaultClass() {
        return settings.defaultClass();
    }

    /** Own tokens come before borrowed ones, then the lower priority number, then whose turn it is. */
    @Override
    Optional<Packet> dequeue() {
        Packet first = direct.poll();
        if (first != null) {
            return Optional.of(count(first));
        }
        long now = traffic().now();
        List<Offer> offers = new ArrayList<>();
        long wait = Long.MAX_VALUE;
        for (HtbClass leaf : turns) {
            if (leaf.level() > 0 || !leaf.hasBacklog()) {
                continue;
            }
            Optional<HtbClass> lender = lender(leaf, now);
            if (lender.isPresent()) {
                offers.add(new Offer(leaf, lender.get().level()));
            } else {
                wait = Math.min(wait, nanosToWait(leaf, now));
            }
        }
        Optional<Offer> best = offers.stream().min(Offer.ORDER);
        if (best.isEmpty() && wait < Long.MAX_VALUE) {
            traffic().wakeAt(now + Math.max(1, wait));
        }
        return best.flatMap(offer -> send(offer, now));
    }

    private record Offer(HtbClass leaf, int level) {
        private static final Comparator<Offer> ORDER = Comparator.comparingInt(Offer::level)
                .thenComparingInt(offer -> offer.leaf().priority());
    }

    /** The class whose tokens a leaf may use: itself, or the nearest one above that has some to lend. */
    private static Optional<HtbClass> lender(HtbClass leaf, long now) {
        Optional<HtbClass> candidate = Optional.of(leaf);
        while (candidate.isPresent()) {
            HtbClass one = candidate.get();
            HtbClass.Mode mode = one.mode(now);
            if (mode == HtbClass.Mode.CAN_SEND) {
                return candidate;
            }
            candidate = mode == HtbClass.Mode.CANT_SEND ? Optional.empty() : one.above();
        }
        return Optional.empty();
    }

    private static long nanosToWait(HtbClass leaf, long now) {
        long least = Long.MAX_VALUE;
        Optional<HtbClass> candidate = Optional.of(leaf);
        while (candidate.isPresent()) {
            HtbClass one = candidate.get();
            least = Math.min(least, Math.max(1, one.nanosToWait(now)));
            candidate = one.mode(now) == HtbClass.Mode.CANT_SEND ? Optional.empty() : one.above();
        }
        return least;
    }

    private Optional<Packet> send(Offer offer, long now) {
        HtbClass leaf = offer.leaf();
        Optional<Packet> packet = leaf.leaf().flatMap(Qdisc::take);
        packet.ifPresent(sent -> {
            Optional<HtbClass> payer = Optional.of(leaf);
            while (payer.isPresent()) {
                payer.get().charge(now, offer.level(), sent);
                payer = payer.get().above();
            }
            if (leaf.hasHadItsTurn(sent)) {
                turns.remove(leaf);
                turns.add(leaf);
            }
            count(sent);
        });
        return packet;
    }

    private Packet count(Packet packet) {
        statistics().unqueued(packet);
        statistics().sent(packet);
        return packet;
    }

    @Override
    boolean isClassful() {
        return true;
    }

    @Override
    public List<TrafficClass> classes() {
        return List.copyOf(classes.list());
    }

    @Override
    Optional<FilterBlock> block(Handle parent) {
        return Optional.of(filters);
    }

    @Override
    Optional<String> changeClass(ClassRequest request) {
        if (request.options().isEmpty()
                || !(request.options().get() instanceof ClassOptions.Htb options)
                || options.rate().rate() == 0) {
            throw new NetException(Errno.EINVAL);
        }
        HtbClass one = classes.find(request.id()).orElseGet(() -> create(request, options));
        long quantum = quantum(options);
        one.take(options, quantum);
        return options.quantum() > 0 || traffic().isTerse()
                ? Optional.empty()
                : warning(one, options.rate().rate() / rateToQuantum());
    }

    private HtbClass create(ClassRequest request, ClassOptions.Htb options) {
        Optional<HtbClass> above =
                request.parent().equals(Handle.ROOT) ? Optional.empty() : classes.find(request.parent());
        if (request.id().isNone() || request.id().major() != handle().major()) {
            throw new NetException(Errno.EINVAL);
        }
        if (above.flatMap(HtbClass::above).filter(grand -> grand.level() < 2).isPresent()) {
            throw new NetException(Errno.EINVAL, "sch_htb: tree is too deep");
        }
        HtbClass one = new HtbClass(this, request.id(), above, options);
        above.flatMap(parent -> parent.becomeParent(MAX_DEPTH)).ifPresent(traffic()::forget);
        classes.add(one);
        turns.add(one);
        return one;
    }

    private long rateToQuantum() {
        return Math.max(1, settings.rateToQuantum());
    }

    private long quantum(ClassOptions.Htb options) {
        if (options.quantum() > 0) {
            return options.quantum();
        }
        long computed = options.rate().rate() / rateToQuantum();
        return Math.min(Math.max(computed, LEAST_QUANTUM), MOST_QUANTUM);
    }

    private static Optional<String> warning(HtbClass one, long computed) {
        if (computed >= LEAST_QUANTUM && computed <= MOST_QUANTUM) {
            return Optional.empty();
        }
        String size = computed < LEAST_QUANTUM ? "small" : "big";
        String id = Integer.toHexString(one.id().value()).toUpperCase(Locale.ROOT);
        return Optional.of("sch_htb: quantum of class " + id + " is " + size + ". Consider r2q change.");
    }

    @Override
    void deleteClass(TrafficClass doomed) {
        HtbClass one = classes.find(doomed.id()).orElseThrow(() -> new NetException(Errno.ENOENT));
        if (one.hasChildren() || filters.names(one.id())) {
            throw traffic().isTerse()
                    ? new NetException(Errno.EBUSY)
                    : new NetException(Errno.EBUSY, "HTB class in use");
        }
        one.leaf().ifPresent(traffic()::forget);
        classes.remove(one);
        turns.remove(one);
        one.above().ifPresent(HtbClass::childRemoved);
    }
}
