package org.vethlab.net.ipv4;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.time.Timer;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;
import org.vethlab.wire.WireException;

/** Puts fragments together again (net/ipv4/ip_fragment.c). */
final class Reassembly {
    private static final long SECOND = 1_000_000_000L;

    private final Ipv4 stack;
    private final Map<Key, Queue> queues = new HashMap<>();

    Reassembly(Ipv4 stack) {
        this.stack = stack;
    }

    private record Key(Ipv4Address source, Ipv4Address destination, int identification, int protocol) {}

    private static final class Queue {
        final TreeMap<Integer, RoutedPacket> pieces = new TreeMap<>();
        Optional<Timer> timer = Optional.empty();
    }

    /** Takes a fragment; gives the whole packet once it is complete. */
    Optional<RoutedPacket> add(RoutedPacket piece) {
        stack.counters().count(Counter.IpReasmReqds);
        Ipv4Packet packet = piece.packet();
        Key key = new Key(
                packet.source(),
                packet.destination(),
                packet.identification(),
                packet.payload().protocol());
        Queue queue = queues.computeIfAbsent(key, this::open);
        queue.pieces.putIfAbsent(packet.fragmentOffset(), piece);
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

    /** The sender hears of it only if its first piece came, for an error must quote it (ip_expire). */
    private void giveUp(Key key, Queue queue) {
        close(key, queue);
        stack.counters().count(Counter.IpReasmTimeout);
        stack.counters().count(Counter.IpReasmFails);
        Optional.ofNullable(queue.pieces.get(0))
                .ifPresent(first -> stack.icmpErrors().send(first, IcmpMessage.TIME_EXCEEDED, 1, 0));
    }

    private static boolean isComplete(Queue queue) {
        int end = 0;
        for (RoutedPacket piece : queue.pieces.values()) {
            if (piece.packet().fragmentOffset() != end) {
                return false;
            }
            end += piece.packet().payload().length();
            if (!piece.packet().moreFragments()) {
                return true;
            }
        }
        return false;
    }

    private Optional<RoutedPacket> join(Queue queue) {
        RoutedPacket first = queue.pieces.firstEntry().getValue();
        ByteWriter data = new ByteWriter(2048);
        queue.pieces.values().forEach(piece -> {
            if (piece.packet().payload() instanceof RawData raw) {
                data.bytes(raw.bytes());
            }
        });
        int protocol = first.packet().payload().protocol();
        Ipv4Packet whole = first.packet()
                .withPayload(new RawData(protocol, data.toByteArray()))
                .withFragmentation(
                        first.packet().identification(), first.packet().dontFragment(), false, 0);
        try {
            Ipv4Packet parsed = Ipv4Packet.read(whole.toByteArray());
            stack.counters().count(Counter.IpReasmOKs);
            return Optional.of(first.with(parsed));
        } catch (WireException badChecksum) {
            stack.counters().count(Counter.IpReasmFails);
            return Optional.empty();
        }
    }
}
