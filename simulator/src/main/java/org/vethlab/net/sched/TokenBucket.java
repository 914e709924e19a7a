package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Sends at a rate, with bursts (sch_tbf.c): a packet costs tokens, which are nanoseconds at that rate. */
final class TokenBucket extends Qdisc {
    private final SingleClass inner;
    private RateSpec rate;
    private Optional<RateSpec> peak;
    private long limit;
    private long buffer;
    private long maximum;
    private long mtu;
    private long tokens;
    private long peakTokens;
    private long checked;

    TokenBucket(Seat seat, QdiscOptions.TokenBucket options) {
        super(seat);
        this.rate = options.rate();
        this.peak = options.peak();
        this.inner =
                SingleClass.holding(this, new Fifo(seatBelow(1), Fifo.Kind.BFIFO, OptionalLong.of(options.limit())));
        set(options);
        checked = traffic().now();
        tokens = buffer;
        peakTokens = mtu;
    }

    @Override
    public String kind() {
        return "tbf";
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.TokenBucket(
                rate.withBurst(RateSpec.ticksOf(buffer)), peak.map(p -> p.withBurst(RateSpec.ticksOf(mtu))), limit);
    }

    @Override
    void change(QdiscOptions options) {
        if (!(options instanceof QdiscOptions.TokenBucket bucket)) {
            throw new NetException(Errno.EINVAL);
        }
        set(bucket);
        if (queue() instanceof Fifo fifo) {
            fifo.limit(limit);
        }
        tokens = buffer;
        peakTokens = mtu;
    }

    /** A peak rate must lie above the rate (tbf_change). */
    private void set(QdiscOptions.TokenBucket options) {
        if (options.peak().isPresent()
                && options.peak().get().rate() <= options.rate().rate()) {
            throw new NetException(Errno.EINVAL);
        }
        rate = options.rate();
        peak = options.peak();
        limit = options.limit();
        buffer = rate.nanos(rate.burstBytes());
        maximum = peak.map(p -> Math.min(rate.burstBytes(), p.burstBytes())).orElse(rate.burstBytes());
        mtu = peak.map(p -> p.nanos(p.burstBytes())).orElse(0L);
    }

    private Qdisc queue() {
        return inner.leaf().orElseThrow();
    }

    @Override
    boolean enqueue(Packet packet) {
        if (packet.length() > maximum || !queue().enqueue(packet)) {
            statistics().drops++;
            return false;
        }
        statistics().queued(packet);
        return true;
    }

    @Override
    Optional<Packet> dequeue() {
        Optional<Packet> next = queue().peek();
        if (next.isEmpty()) {
            return next;
        }
        long now = traffic().now();
        long earned = Math.min(now - checked, buffer);
        long left = Math.min(buffer, tokens + earned) - rate.nanos(next.get().length());
        long peakLeft = peak.isPresent()
                ? Math.min(mtu, peakTokens + earned)
                        - peak.get().nanos(next.get().length())
                : 0;
        if (left < 0 || peakLeft < 0) {
            traffic().wakeAt(now + Math.max(-left, -peakLeft));
            statistics().overlimits++;
            return Optional.empty();
        }
        checked = now;
        tokens = left;
        peakTokens = peakLeft;
        return queue().take().map(this::count);
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
        return List.of(inner);
    }
}
