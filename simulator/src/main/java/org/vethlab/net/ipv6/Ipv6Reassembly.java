package org.vethlab.net.ipv6;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.time.Timer;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.RawData;
import org.vethlab.wire.WireException;

/** Puts fragments together again (net/ipv6/reassembly.c). */
final class Ipv6Reassembly {
    private static final long SECOND = 1_000_000_000L;
    private static final int REASSEMBLY_TIME_EXCEEDED = 1;

    private final Ipv6 stack;
    private final Map<Key, Queue> queues = new HashMap<>();

    Ipv6Reassembly(Ipv6 stack) {
        this.stack = stack;
    }

    private record Key(Ipv6Address source, Ipv6Address destination, int identification) {}

    private static final class Queue {
        final TreeMap<Integer, RoutedIpv6> pieces = new TreeMap<>();
        Optional<Timer> timer = Optional.empty();
    }

    /** Takes a fragment; gives the whole packet once it is complete. */
    Optional<RoutedIpv6> add(RoutedIpv6 piece) {
        stack.counters().count(Ipv6Counter.Ip6ReasmReqds);
        Ipv6Packet packet = piece.packet();
        Ipv6Fragments.Header header = Ipv6Fragments.Header.of(packet);
        Key key = new Key(packet.source(), packet.destination(), header.identification());
        Queue queue = queues.computeIfAbsent(key, this::open);
        queue.pieces.putIfAbsent(header.offset(), piece);
        if (!isComplete(queue)) {
            return Optional.empty();
        }
        close(key, queue);
        return join(queue);
    }

    private Queue open(Key key) {
        Queue queue = new Queue();
        long patience = stack.settings().fragmentTime.value() * SECOND;
        queue.timer = Optional.of(stack.namespace().world().clock().after(patience, () -> giveUp(key, queue)));
        return queue;
    }

    private void close(Key key, Queue queue) {
        queues.remove(key);
        queue.timer.ifPresent(Timer::cancel);
    }

    /** The sender hears of it only if its first piece came, for an error must quote it (ip6frag_expire_frag_queue). */
    private void giveUp(Key key, Queue queue) {
        close(key, queue);
        stack.counters().count(Ipv6Counter.Ip6ReasmTimeout);
        stack.counters().count(Ipv6Counter.Ip6ReasmFails);
        Optional.ofNullable(queue.pieces.get(0))
                .ifPresent(first ->
                        stack.icmpErrors().send(first, Icmpv6Message.TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED, 0));
    }

    private static boolean isComplete(Queue queue) {
        int end = 0;
        for (RoutedIpv6 piece : queue.pieces.values()) {
            Ipv6Fragments.Header header = Ipv6Fragments.Header.of(piece.packet());
            if (header.offset() != end) {
                return false;
            }
            end += header.data().length;
            if (!header.more()) {
                return true;
            }
        }
        return false;
    }

    private Optional<RoutedIpv6> join(Queue queue) {
        RoutedIpv6 first = queue.pieces.firstEntry().getValue();
        ByteWriter data = new ByteWriter(2048);
        queue.pieces
                .values()
                .forEach(piece ->
                        data.bytes(Ipv6Fragments.Header.of(piece.packet()).data()));
        int protocol = Ipv6Fragments.Header.of(first.packet()).protocol();
        Ipv6Packet whole = first.packet().withPayload(new RawData(protocol, data.toByteArray()));
        try {
            Ipv6Packet parsed = Ipv6Packet.read(whole.toByteArray());
            stack.counters().count(Ipv6Counter.Ip6ReasmOKs);
            int longest = queue.pieces.values().stream()
                    .mapToInt(piece -> piece.packet().length())
                    .max()
                    .orElse(0);
            return Optional.of(first.with(parsed).inPieces(longest));
        } catch (WireException badChecksum) {
            stack.counters().count(Ipv6Counter.Ip6ReasmFails);
            return Optional.empty();
        }
    }
}
