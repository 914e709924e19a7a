package org.vethlab.net.sched;

import java.util.Optional;

/** What a user gets who asks for {@code noqueue}: packets go straight to the device. */
final class NoQueue extends Qdisc {
    private Optional<Packet> passing = Optional.empty();

    NoQueue(Seat seat) {
        super(seat);
    }

    @Override
    public String kind() {
        return "noqueue";
    }

    @Override
    public QdiscOptions options() {
        return new QdiscOptions.None();
    }

    @Override
    boolean enqueue(Packet packet) {
        passing = Optional.of(packet);
        return true;
    }

    @Override
    Optional<Packet> dequeue() {
        Optional<Packet> packet = passing;
        passing = Optional.empty();
        return packet;
    }
}
