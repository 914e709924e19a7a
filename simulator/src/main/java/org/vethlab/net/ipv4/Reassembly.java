package org.vethlab.net.ipv4;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.FragmentQueues;
import org.vethlab.net.FragmentQueues.Extent;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;
import org.vethlab.wire.WireException;

/** Puts fragments together again (net/ipv4/ip_fragment.c). */
final class Reassembly implements FragmentQueues.Owner<RoutedPacket> {
    private static final int REASSEMBLY_TIME_EXCEEDED = 1;

    private final Ipv4 stack;
    private final FragmentQueues<Key, RoutedPacket> queues;

    Reassembly(Ipv4 stack) {
        this.stack = stack;
        this.queues = new FragmentQueues<>(stack.namespace().world().clock(), this);
    }

    private record Key(Ipv4Address source, Ipv4Address destination, int identification, int protocol) {}

    /** Takes a fragment; gives the whole packet once it is complete. */
    Optional<RoutedPacket> add(RoutedPacket piece) {
        stack.counters().count(Counter.IpReasmReqds);
        Ipv4Packet packet = piece.packet();
        Key key = new Key(
                packet.source(),
                packet.destination(),
                packet.identification(),
                packet.payload().protocol());
        return queues.add(key, piece).flatMap(this::join);
    }

    @Override
    public Extent extent(RoutedPacket piece) {
        Ipv4Packet packet = piece.packet();
        return new Extent(packet.fragmentOffset(), packet.payload().length(), packet.moreFragments());
    }

    @Override
    public long patience() {
        return stack.settings().fragmentTime.value();
    }

    /** The sender hears of it only if its first piece came, for an error must quote it (ip_expire). */
    @Override
    public void giveUp(Optional<RoutedPacket> first) {
        stack.counters().count(Counter.IpReasmTimeout);
        stack.counters().count(Counter.IpReasmFails);
        first.ifPresent(
                piece -> stack.icmpErrors().send(piece, IcmpMessage.TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED, 0));
    }

    private Optional<RoutedPacket> join(List<RoutedPacket> pieces) {
        RoutedPacket first = pieces.get(0);
        ByteWriter data = new ByteWriter(2048);
        pieces.forEach(piece -> {
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
