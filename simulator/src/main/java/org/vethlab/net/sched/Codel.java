package org.vethlab.net.sched;

import java.util.Optional;
import java.util.OptionalLong;

/** Controlled delay (sch_codel.c). */
final class Codel extends SimpleQueue {
    private static final long DEFAULT_LIMIT = 1000;
    private static final long DEFAULT_TARGET = 4_999;
    private static final long DEFAULT_INTERVAL = 99_999;

    private QdiscOptions.Codel settings = new QdiscOptions.Codel(
            OptionalLong.of(DEFAULT_LIMIT),
            OptionalLong.of(DEFAULT_TARGET),
            OptionalLong.of(DEFAULT_INTERVAL),
            Optional.of(false),
            OptionalLong.empty());
    private long dropOverLimit;

    Codel(Seat seat, QdiscOptions options) {
        super(seat);
        change(options);
    }

    @Override
    public String kind() {
        return "codel";
    }

    @Override
    boolean canBeBypassed() {
        return true;
    }

    @Override
    public QdiscOptions options() {
        return settings;
    }

    @Override
    void change(QdiscOptions options) {
        if (options instanceof QdiscOptions.Codel wanted) {
            settings = new QdiscOptions.Codel(
                    Presence.or(wanted.limit(), settings.limit()),
                    Presence.or(Presence.codelTime(wanted.target()), settings.target()),
                    Presence.or(Presence.codelTime(wanted.interval()), settings.interval()),
                    wanted.ecn().or(settings::ecn),
                    Presence.or(Presence.codelTime(wanted.ceThreshold()), settings.ceThreshold()));
        }
    }

    @Override
    boolean hasRoomFor(Packet packet) {
        return statistics().queueLength < settings.limit().orElse(DEFAULT_LIMIT);
    }

    @Override
    void overLimit() {
        dropOverLimit++;
    }

    @Override
    public QueueReport report() {
        return new QueueReport.Codel(longest(), dropOverLimit);
    }
}
