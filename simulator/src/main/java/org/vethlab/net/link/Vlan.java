package org.vethlab.net.link;

import java.util.EnumSet;
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

    /** Where VLANs are registered with switches (GVRP, MVRP): a device with VLANs listens there, used or not. */
    private static final MacAddress REGISTRATION = new MacAddress(0x0180_c200_0021L);

    private final Device parent;
    private final int id;
    private final int protocol;
    private final EnumSet<VlanFlag> flags = EnumSet.of(VlanFlag.REORDER_HDR);
    private final VlanPriorities priorities = new VlanPriorities();
    private boolean ownAddress;
    private boolean askedBelow;

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
        if (parent.vlans().isEmpty()) {
            parent.joinGroup(REGISTRATION);
        }
        parent.vlanGroup().add(this);
        parent.uppers().add(this);
        parent.listeners().add(this);
    }

    static Vlan make(NewDevice site, LinkKind.Vlan wanted) {
        Device parent = checkParent(site.lower(), wanted.id(), wanted.protocol());
        if (site.request().mtu().orElse(0) > parent.mtu()) {
            throw new NetException(Errno.EINVAL);
        }
        Vlan vlan = new Vlan(site, parent, wanted.id(), wanted.protocol());
        vlan.change(wanted.settings());
        site.request().address().ifPresent(vlan::takeAddress);
        return vlan;
    }

    /** Changes what can be changed: id and protocol stay what they are, without a word (vlan_changelink). */
    public void change(VlanSettings settings) {
        settings.flags().forEach((flag, on) -> {
            if (on) {
                flags.add(flag);
            } else {
                flags.remove(flag);
            }
        });
        priorities.change(settings);
    }

    public boolean has(VlanFlag flag) {
        return flags.contains(flag);
    }

    public VlanPriorities priorities() {
        return priorities;
    }

    /** @throws NetException EPROTONOSUPPORT, ERANGE, EINVAL, EOPNOTSUPP, EEXIST, in the order in which vlan_newlink looks */
    private static Device checkParent(Optional<Device> wanted, int id, int protocol) {
        if (protocol != VlanTag.DOT1Q && protocol != VlanTag.DOT1AD) {
            throw new NetException(Errno.EPROTONOSUPPORT, "8021q: Invalid VLAN protocol");
        }
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
    boolean filtersAddresses() {
        return true;
    }

    @Override
    Optional<Device> filteredBy() {
        return lower();
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
        stopAskingBelow();
        super.takeAddress(newAddress);
        if (isUp()) {
            askBelow();
        }
    }

    /** An address other than the parent's is one more that the parent has to take. */
    private void askBelow() {
        boolean other = !address().equals(parent.address());
        if (other && !askedBelow) {
            parent.receiveFilter().addUnicast(address());
        } else if (!other) {
            stopAskingBelow();
        }
        askedBelow = other;
    }

    private void stopAskingBelow() {
        if (askedBelow) {
            parent.receiveFilter().removeUnicast(address());
        }
        askedBelow = false;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        VlanTag tag = new VlanTag(protocol, priorities.of(frame.payload()), id, frame.payload());
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
        if (!parent.isUp() && !has(VlanFlag.LOOSE_BINDING)) {
            throw new NetException(Errno.ENETDOWN);
        }
        inheritAddress();
        askBelow();
        receiveFilter().share(true);
        if (!has(VlanFlag.BRIDGE_BINDING)) {
            carrier(parent.hasCarrier());
        }
    }

    @Override
    void closed() {
        receiveFilter().share(false);
        stopAskingBelow();
        if (!has(VlanFlag.BRIDGE_BINDING)) {
            carrier(false);
        }
    }

    @Override
    void deleted() {
        parent.listeners().remove(this);
        parent.vlanGroup().remove(this);
        if (parent.vlans().isEmpty()) {
            parent.leaveGroup(REGISTRATION);
        }
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
        if (!has(VlanFlag.LOOSE_BINDING)) {
            namespace().links().setUp(this);
        }
        followParent();
    }

    /** One that is bound loosely does not even hear that the carrier is gone. */
    @Override
    public void down(Device device) {
        if (!has(VlanFlag.LOOSE_BINDING)) {
            namespace().links().setDown(this);
            followParent();
        }
    }

    @Override
    public void changed(Device device) {
        followParent();
    }

    /** vlan_stacked_transfer_operstate. */
    private void followParent() {
        if (!has(VlanFlag.BRIDGE_BINDING)) {
            carrier(parent.hasCarrier());
        }
    }

    /** What the ports of the bridge below have become (br_vlan_set_vlan_dev_state). */
    void followPorts(boolean anyWorks) {
        if (has(VlanFlag.BRIDGE_BINDING)) {
            carrier(anyWorks);
        }
    }

    @Override
    public void addressChanged(Device device) {
        if (isUp()) {
            inheritAddress();
            askBelow();
        }
    }

    @Override
    public void mtuChanged(Device device) {
        if (mtu() > parent.mtu()) {
            namespace().links().setMtu(this, parent.mtu());
        }
    }
}
