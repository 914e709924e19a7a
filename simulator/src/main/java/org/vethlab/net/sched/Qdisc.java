package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** A queueing discipline (struct Qdisc): takes packets in, and gives them out when it likes. */
public abstract class Qdisc {
    private final Seat seat;
    private final QdiscStatistics statistics = new QdiscStatistics();
    private @Nullable Packet peeked;

    Qdisc(Seat seat) {
        this.seat = seat;
    }

    /**
     * Where a qdisc sits.
     *
     * @param handle its id; none for one that a parent made for itself
     * @param parent the class above, {@link Handle#ROOT} or {@link Handle#INGRESS}
     */
    public record Seat(TrafficControl traffic, Handle handle, Handle parent) {}

    /** The name that {@code tc qdisc add … KIND} gives it. */
    public abstract String kind();

    /** What a dump tells of its settings. */
    public abstract QdiscOptions options();

    /** @return false if the packet was dropped, which its sender hears of (NET_XMIT_DROP) */
    abstract boolean enqueue(Packet packet);

    /** The next packet, if there is one and its time has come; else a waker is set for when it has. */
    abstract Optional<Packet> dequeue();

    /** Whether a packet that finds it empty need not be queued at all (TCQ_F_CAN_BYPASS). */
    boolean canBeBypassed() {
        return false;
    }

    /** @throws NetException EINVAL, unless the kind can be changed */
    void change(QdiscOptions options) {
        throw new NetException(Errno.EINVAL, "Change operation not supported by specified qdisc");
    }

    /** Counters besides the common ones. */
    public QueueReport report() {
        return new QueueReport.None();
    }

    /** Its classes in the order of a dump. */
    public List<TrafficClass> classes() {
        return List.of();
    }

    /** Whether it has classes at all (cl_ops). */
    boolean isClassful() {
        return false;
    }

    /** @return a warning, if any. @throws NetException EOPNOTSUPP, unless classes can be made and changed */
    Optional<String> changeClass(ClassRequest request) {
        throw new NetException(Errno.EOPNOTSUPP);
    }

    /** @throws NetException EOPNOTSUPP, unless classes can be deleted */
    void deleteClass(TrafficClass doomed) {
        throw new NetException(Errno.EOPNOTSUPP);
    }

    /** Where filters of this qdisc, or of one of its classes, hang. */
    Optional<FilterBlock> block(Handle parent) {
        return Optional.empty();
    }

    final Optional<TrafficClass> find(Handle classId) {
        return classes().stream().filter(one -> one.id().equals(classId)).findFirst();
    }

    /** The packet that comes next, left where it is (qdisc_peek_dequeued). */
    final Optional<Packet> peek() {
        if (peeked == null) {
            peeked = dequeue().orElse(null);
        }
        return Optional.ofNullable(peeked);
    }

    /** The packet that comes next (qdisc_dequeue_peeked). */
    final Optional<Packet> take() {
        Packet first = peeked;
        if (first == null) {
            return dequeue();
        }
        peeked = null;
        return Optional.of(first);
    }

    public final Handle handle() {
        return seat.handle();
    }

    public final Handle parent() {
        return seat.parent();
    }

    final TrafficControl traffic() {
        return seat.traffic();
    }

    public final QdiscStatistics statistics() {
        return statistics;
    }

    /** tcm_info: one for itself, and for a root one more for each transmit queue of the device. */
    public final int references() {
        return parent().equals(Handle.ROOT) ? 1 + traffic().transmitQueues() : 1;
    }

    /** The seat of a queue that this one makes for a class: without a handle, so that a dump leaves it out. */
    final Seat seatBelow(int minor) {
        return new Seat(traffic(), Handle.NONE, Handle.of(handle().major(), minor));
    }
}
