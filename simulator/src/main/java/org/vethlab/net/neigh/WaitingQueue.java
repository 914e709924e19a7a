package org.vethlab.net.neigh;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.Payload;

/** Packets that wait for a neighbour's address (arp_queue of struct neighbour). */
final class WaitingQueue {
    /** What the kernel counts for a packet besides its bytes (struct sk_buff and its shared info). */
    private static final int OVERHEAD = 576;

    private final VirtualClock clock;
    private final ArrayDeque<Waiting> packets = new ArrayDeque<>();
    private long bytes;

    WaitingQueue(VirtualClock clock) {
        this.clock = clock;
    }

    /** @param cause on whose account it waits, and will go on */
    private record Waiting(OutgoingPacket packet, int cause) {}

    /** Appends a packet; the oldest ones go if there are too many. */
    void add(OutgoingPacket packet, long limit) {
        while (!packets.isEmpty() && bytes + size(packet) > limit) {
            bytes -= size(packets.remove().packet());
        }
        packets.add(new Waiting(packet, clock.cause()));
        bytes += size(packet);
    }

    /** The one that came last: its sender's address is the one to ask with. */
    Optional<Payload> last() {
        return Optional.ofNullable(packets.peekLast())
                .map(waiting -> waiting.packet().payload());
    }

    /** Asks for the address: on account of the packet that came last. */
    void ask(Runnable question) {
        int cause = clock.cause();
        Waiting last = packets.peekLast();
        clock.cause(last == null ? cause : last.cause());
        question.run();
        clock.cause(cause);
    }

    /** Hands the packets on in order for as long as it makes sense; the rest is dropped. */
    void drain(BooleanSupplier goesOn, Consumer<OutgoingPacket> taker) {
        int cause = clock.cause();
        while (!packets.isEmpty() && goesOn.getAsBoolean()) {
            Waiting next = packets.remove();
            clock.cause(next.cause());
            taker.accept(next.packet());
        }
        clock.cause(cause);
        clear();
    }

    void clear() {
        packets.clear();
        bytes = 0;
    }

    private static long size(OutgoingPacket packet) {
        return (long) OVERHEAD + packet.payload().length();
    }
}
