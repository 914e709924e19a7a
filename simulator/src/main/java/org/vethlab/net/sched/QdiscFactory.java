package org.vethlab.net.sched;

import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.sched.Qdisc.Seat;

/** Makes qdiscs of each kind (qdisc_create). */
final class QdiscFactory {
    /** What a kernel has that is built without modules. */
    private static final Set<String> BUILT_IN =
            Set.of("pfifo", "bfifo", "pfifo_head_drop", "pfifo_fast", "noqueue", "tbf", "htb");

    private QdiscFactory() {}

    /** @throws NetException ENOENT for an unknown kind, EINVAL for settings that the kind refuses */
    static Qdisc create(Seat seat, String kind, QdiscOptions options) {
        Qdisc made = make(seat, kind, options);
        if (!BUILT_IN.contains(kind)) {
            seat.traffic().device().namespace().world().loadSchedulerModule();
        }
        return made;
    }

    private static Qdisc make(Seat seat, String kind, QdiscOptions options) {
        return switch (kind) {
            case "pfifo" -> new Fifo(seat, Fifo.Kind.PFIFO, fifoLimit(options));
            case "bfifo" -> new Fifo(seat, Fifo.Kind.BFIFO, fifoLimit(options));
            case "pfifo_head_drop" -> new Fifo(seat, Fifo.Kind.PFIFO_HEAD_DROP, fifoLimit(options));
            case "pfifo_fast" -> new PriorityBands(seat);
            case "noqueue" -> new NoQueue(seat);
            case "tbf" -> new TokenBucket(seat, require(options, QdiscOptions.TokenBucket.class));
            case "htb" -> new Htb(seat, options);
            case "prio" -> new Prio(seat, options);
            case "netem" -> new Netem(seat, seat.traffic().seed(), options);
            case "fq_codel" -> new FairQueueCodel(seat, options);
            case "codel" -> new Codel(seat, options);
            case "sfq" -> new StochasticFairness(seat, options);
            case "red" -> new RandomEarly(seat, options);
            case "fq" -> new FairQueue(seat, options);
            case "ingress", "clsact" -> throw new NetException(Errno.EINVAL, "Invalid qdisc parent");
            default -> throw new NetException(Errno.ENOENT, "Specified qdisc kind is unknown");
        };
    }

    private static OptionalLong fifoLimit(QdiscOptions options) {
        return options instanceof QdiscOptions.Fifo fifo ? fifo.limit() : OptionalLong.empty();
    }

    private static <O extends QdiscOptions> O require(QdiscOptions options, Class<O> type) {
        if (!type.isInstance(options)) {
            throw new NetException(Errno.EINVAL);
        }
        return type.cast(options);
    }
}
