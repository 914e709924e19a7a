package org.vethlab.net.link;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** An 802.1Q or 802.1ad sub-device: the frames of its parent that carry one VLAN's tag (net/8021q). */
public final class Vlan extends Device implements DeviceListener {
    private static final int MOST_ID = 4094;

    private final Device parent;
    private final int id;
    private final int protocol;
    private boolean ownAddress;

    /** Has the parent's address and follows it, until it is given its own. */
    private Vlan(NewDevice site, Device parent, int id, int protocol) {
        super(site, parent.address(), parent.mtu());
        this.parent = parent;
        this.id = id;
        this.protocol = protocol;
        for (DeviceFlag flag : List.of(DeviceFlag.BROADCAST, DeviceFlag.MULTICAST, DeviceFlag.NOARP)) {
            flag(flag, parent.has(flag));
        }
        initialCarrier(parent.hasCarrier());
        operState(LinkWatch.stateOf(this));
        parent.vlanGroup().add(this);
        parent.uppers().add(this);
        parent.addListener(this);
    }

    static Vlan make(NewDevice site, int id, int protocol) {
        Vlan vlan = new Vlan(site, checkParent(site.lower(), id, protocol), id, protocol);
        site.request().address().ifPresent(vlan::takeAddress);
        return vlan;
    }

    /** @throws NetException ERANGE, EINVAL, EOPNOTSUPP, EEXIST, in the order in which vlan_newlink looks */
    private static Device checkParent(Optional<Device> wanted, int id, int protocol) {
        if (id < 0 || id > MOST_ID) {
            throw new NetException(Errno.ERANGE, "8021q: Invalid VLAN id");
        }
        Device parent = wanted.orElseThrow(() -> new NetException(Errno.EINVAL, "8021q: link not specified"));
        if (parent instanceof Loopback) {
            throw new NetException(Errno.EOPNOTSUPP, "8021q: VLANs not supported on device");
        }
        if (parent.vlanGroup().find(protocol, id).isPresent()) {
            throw new NetException(Errno.EEXIST, "8021q: VLAN device already exists");
        }
        return parent;
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
    public int segmentationLimit() {
        return parent.segmentationLimit();
    }

    @Override
    public int minMtu() {
        return 0;
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    @Override
    void takeMtu(int newMtu) {
        if (newMtu > parent.mtu()) {
            throw new NetException(Errno.ERANGE);
        }
        super.takeMtu(newMtu);
    }

    @Override
    void takeAddress(MacAddress newAddress) {
        ownAddress = true;
        super.takeAddress(newAddress);
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        VlanTag tag = new VlanTag(protocol, 0, id, frame.payload());
        return parent.transmit(new EthernetFrame(frame.destination(), frame.source(), tag));
    }

    /** Takes a tagged frame of the parent; one to this device's own, different address is for this host after all. */
    void receiveTagged(EthernetFrame tagged, VlanTag tag, PacketType type) {
        if (!isUp()) {
            return;
        }
        EthernetFrame frame = new EthernetFrame(tagged.destination(), tagged.source(), tag.payload());
        PacketType mine = type == PacketType.OTHERHOST ? PacketType.of(frame, this) : type;
        statistics().rxPackets++;
        statistics().rxBytes += tag.payload().length();
        statistics().multicast += mine == PacketType.MULTICAST ? 1 : 0;
        receive(frame, mine);
    }

    @Override
    void opened() {
        if (!parent.isUp()) {
            throw new NetException(Errno.ENETDOWN);
        }
        inheritAddress();
        carrier(parent.hasCarrier());
    }

    @Override
    void closed() {
        carrier(false);
    }

    @Override
    void deleted() {
        parent.removeListener(this);
        parent.vlanGroup().remove(this);
        parent.uppers().remove(this);
    }

    private void inheritAddress() {
        if (!ownAddress && !address().equals(parent.address())) {
            address(parent.address());
            Events.addressChanged(this);
        }
    }

    /** Sets all VLANs of a device up with it, also those that were down before. */
    @Override
    public void up(Device device) {
        namespace().links().setUp(this);
        carrier(parent.hasCarrier());
    }

    @Override
    public void down(Device device) {
        namespace().links().setDown(this);
        carrier(parent.hasCarrier());
    }

    @Override
    public void changed(Device device) {
        carrier(parent.hasCarrier());
    }

    @Override
    public void addressChanged(Device device) {
        if (isUp()) {
            inheritAddress();
        }
    }

    @Override
    public void mtuChanged(Device device) {
        if (mtu() > parent.mtu()) {
            namespace().links().setMtu(this, parent.mtu());
        }
    }
}
