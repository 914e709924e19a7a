package org.vethlab.net.ipv6;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.FragmentQueues;
import org.vethlab.net.FragmentQueues.Extent;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.RawData;
import org.vethlab.wire.WireException;

/** Puts fragments together again (net/ipv6/reassembly.c). */
final class Ipv6Reassembly implements FragmentQueues.Owner<RoutedIpv6> {
    private static final int REASSEMBLY_TIME_EXCEEDED = 1;

    private final Ipv6 stack;
    private final FragmentQueues<Key, RoutedIpv6> queues;

    Ipv6Reassembly(Ipv6 stack) {
        this.stack = stack;
        this.queues = new FragmentQueues<>(stack.namespace().world().clock(), this);
    }

    private record Key(Ipv6Address source, Ipv6Address destination, int identification) {}

    /** Takes a fragment; gives the whole packet once it is complete. */
    Optional<RoutedIpv6> add(RoutedIpv6 piece) {
        stack.counters().count(Ipv6Counter.Ip6ReasmReqds);
        Ipv6Packet packet = piece.packet();
        int identification = Ipv6Fragments.Header.of(packet).identification();
        return queues.add(new Key(packet.source(), packet.destination(), identification), piece)
                .flatMap(this::join);
    }

    @Override
    public Extent extent(RoutedIpv6 piece) {
        Ipv6Fragments.Header header = Ipv6Fragments.Header.of(piece.packet());
        return new Extent(header.offset(), header.data().length, header.more());
    }

    @Override
    public long patience() {
        return stack.settings().fragmentTime.value();
    }

    /** The sender hears of it only if its first piece came, for an error must quote it (ip6frag_expire_frag_queue). */
    @Override
    public void giveUp(Optional<RoutedIpv6> first) {
        stack.counters().count(Ipv6Counter.Ip6ReasmTimeout);
        stack.counters().count(Ipv6Counter.Ip6ReasmFails);
        first.ifPresent(
                piece -> stack.icmpErrors().send(piece, Icmpv6Message.TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED, 0));
    }

    private Optional<RoutedIpv6> join(List<RoutedIpv6> pieces) {
        RoutedIpv6 first = pieces.get(0);
        ByteWriter data = new ByteWriter(2048);
        pieces.forEach(
                piece -> data.bytes(Ipv6Fragments.Header.of(piece.packet()).data()));
        int protocol = Ipv6Fragments.Header.of(first.packet()).protocol();
        Ipv6Packet whole = first.packet().withPayload(new RawData(protocol, data.toByteArray()));
        try {
            Ipv6Packet parsed = Ipv6Packet.read(whole.toByteArray());
            stack.counters().count(Ipv6Counter.Ip6ReasmOKs);
            int longest = pieces.stream()
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
