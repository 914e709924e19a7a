package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** An 802.1Q or 802.1ad sub-device: the frames of its parent that carry one VLAN's tag (net/8021q). */
public final class Vlan extends Device {
    private final Device parent;
    private final int id;
    private final int protocol;

    Vlan(Namespace namespace, int index, String name, MacAddress address, Device parent, int id, int protocol) {
        super(namespace, index, name, address, parent.mtu());
        this.parent = parent;
        this.id = id;
        this.protocol = protocol;
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
    }

    @Override
    public String kind() {
        return "vlan";
    }

    public int id() {
        return id;
    }

    /** 0x8100 or 0x88a8. */
    public int protocol() {
        return protocol;
    }

    @Override
    public Optional<Device> lower() {
        return Optional.of(parent);
    }

    @Override
    public int speed() {
        return parent.speed();
    }

    @Override
    public int minMtu() {
        return 0;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        VlanTag tag = new VlanTag(protocol, 0, id, frame.payload());
        return parent.transmit(new EthernetFrame(frame.destination(), frame.source(), tag));
    }

    /** Takes a tagged frame of the parent; one to this device's own, different address is for this host after all. */
    void receiveTagged(EthernetFrame tagged, VlanTag tag, PacketType type) {
        EthernetFrame frame = new EthernetFrame(tagged.destination(), tagged.source(), tag.payload());
        PacketType mine = type == PacketType.OTHERHOST ? PacketType.of(frame, this) : type;
        if (!isUp()) {
            statistics().rxDropped++;
            return;
        }
        statistics().rxPackets++;
        statistics().rxBytes += tag.payload().length();
        statistics().multicast += mine == PacketType.MULTICAST ? 1 : 0;
        receive(frame, mine);
    }
}
