package org.vethlab.net.link;

import java.util.List;
import java.util.Optional;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** One end of a virtual cable (drivers/net/veth.c). The ends may lie in different namespaces. */
public final class Veth extends Device {
    private Optional<Veth> peer = Optional.empty();

    Veth(NewDevice site) {
        super(site, site.addressOrRandom(), ETHERNET_MTU);
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
    }

    /** Makes two ends one cable. */
    void connect(Veth other) {
        peer = Optional.of(other);
        other.peer = Optional.of(this);
    }

    @Override
    public String kind() {
        return "veth";
    }

    @Override
    public int speed() {
        return 10_000;
    }

    @Override
    public Optional<Device> lower() {
        return peer.map(end -> end);
    }

    @Override
    public int segmentationLimit() {
        return LARGEST_SEGMENTATION_LIMIT;
    }

    /** One for each of the machine's two processors. */
    @Override
    public int transmitQueues() {
        return 2;
    }

    /** The rx counters are the peer's tx counters, so both change at once; a frame too long for the peer is refused. */
    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        Veth end = peer.orElse(this);
        if (end == this || !end.isUp()) {
            statistics().txDropped++;
            return false;
        }
        if (Statistics.length(frame) > end.mtu() + EthernetFrame.HEADER_LENGTH + VlanTag.LENGTH) {
            statistics().txDropped++;
            end.statistics().rxDropped++;
            LinkTrace.tooLong(this, end, frame);
            return false;
        }
        statistics().countSent(frame);
        end.statistics().countReceived(frame);
        long arrival = namespace().world().frames().send(end, frame);
        LinkTrace.crossed(this, end, frame, arrival);
        return true;
    }

    /** Nothing at the far end is up yet. That counts as a change. */
    @Override
    void created() {
        carrier(false);
    }

    /** There is carrier while both ends are up. */
    @Override
    void opened() {
        if (peer.isPresent() && peer.get().isUp()) {
            carrier(true);
            peer.get().carrier(true);
        }
    }

    @Override
    void closed() {
        carrier(false);
        peer.ifPresent(end -> end.carrier(false));
    }

    @Override
    List<Device> companions() {
        return peer.<List<Device>>map(List::of).orElse(List.of());
    }

    @Override
    void deleted() {
        peer.ifPresent(end -> end.peer = Optional.empty());
        peer = Optional.empty();
    }
}
