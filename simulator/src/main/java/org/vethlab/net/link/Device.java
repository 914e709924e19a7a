package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Family;
import org.vethlab.net.sysctl.DeviceSettings;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/**
 * A network device (struct net_device): what the kinds have in common; the kinds are siblings in this package. It is
 * changed by {@link Links} alone.
 */
public abstract class Device {
    /** Smallest MTU of an Ethernet device (ETH_MIN_MTU). */
    static final int MIN_MTU = 68;

    /** What an Ethernet device begins with (ETH_DATA_LEN). */
    static final int ETHERNET_MTU = 1500;

    /** TSO_LEGACY_MAX_SIZE. */
    static final int SEGMENTATION_LIMIT = 65536;

    /** GSO_MAX_SIZE. */
    static final int LARGEST_SEGMENTATION_LIMIT = 524280;

    /** Largest MTU of an Ethernet device (ETH_MAX_MTU). */
    static final int MAX_MTU = 65535;

    /** XMIT_RECURSION_LIMIT. */
    private static final int DEEPEST = 8;

    private final EnumSet<DeviceFlag> flags = EnumSet.noneOf(DeviceFlag.class);
    private final Statistics statistics = new Statistics();
    private final DeviceAttributes attributes = new DeviceAttributes();
    private final VlanGroup vlanGroup = new VlanGroup();
    private final ReceiveFilter receiveFilter = new ReceiveFilter(this);
    private final Uppers uppers = new Uppers();
    private final List<DeviceListener> listeners = new ArrayList<>();
    private Namespace namespace;
    private int index;
    private String name;
    private MacAddress address;
    private int mtu;
    private boolean up;
    private boolean carrier = true;
    private boolean queued;
    private int depth;
    private OperState operState = OperState.UNKNOWN;
    private Optional<Device> master = Optional.empty();
    private Optional<ReceiveHandler> handler = Optional.empty();
    private Optional<Scheduler> scheduler = Optional.empty();
    private DeviceSettings settings;

    protected Device(Namespace namespace, int index, String name, MacAddress address, int mtu) {
        this.namespace = namespace;
        this.index = index;
        this.name = name;
        this.address = address;
        this.mtu = mtu;
        this.settings = namespace.sysctls().forNewDevice(index == Loopback.INDEX, mtu);
    }

    Device(NewDevice site, MacAddress address, int mtu) {
        this(site.namespace(), site.takeIndex(), site.name(), address, mtu);
    }

    /** The kind as {@code ip link add … type KIND} names it; empty for loopback. */
    public abstract String kind();

    /**
     * What happens to a frame once the device's queue lets it go (ndo_start_xmit).
     *
     * @return false if it was dropped at once
     */
    protected abstract boolean startTransmit(EthernetFrame frame);

    /** The device that {@code NAME@…} shows behind the at sign (IFLA_LINK): a veth's peer, a VLAN's parent. */
    public Optional<Device> lower() {
        return Optional.empty();
    }

    /** Another namespace that the device has to do with (IFLA_LINK_NETNSID): its lower device's, or its tunnel's. */
    public Optional<Namespace> linkNamespace() {
        return lower().map(Device::namespace).filter(other -> other != namespace);
    }

    public HardwareType hardwareType() {
        return HardwareType.ETHER;
    }

    /** The hardware address as {@code ip} shows it: a tunnel has the IPv4 address of its end; empty for none. */
    public String hardwareAddress() {
        return address.toString();
    }

    /** The address of all, or of the far end. */
    public String hardwareBroadcast() {
        return (hardwareType() == HardwareType.LOOPBACK ? MacAddress.ZERO : MacAddress.BROADCAST).toString();
    }

    /** The longest packet that the device cuts up itself (tso_max_size); veth and lo take far longer ones than others. */
    public int segmentationLimit() {
        return SEGMENTATION_LIMIT;
    }

    /** The lower half of its IPv6 link-local address, from its MAC address (addrconf_ifid_eui48). */
    public long interfaceIdentifier() {
        return Ipv6Address.linkLocal(address).low();
    }

    /** Whether {@code ip} names the device below even if there is none: {@code gre1@NONE}. */
    public boolean namesLower() {
        return false;
    }

    /** Whether the device may have an IP address. @throws NetException EADDRINUSE */
    public void checkAddress(IpAddress candidate) {}

    /** Smallest MTU that may be set. */
    public int minMtu() {
        return MIN_MTU;
    }

    /** Whether the device looks for more than one address itself (IFF_UNICAST_FLT). */
    boolean filtersAddresses() {
        return false;
    }

    /** The device that has to take the groups of this one: for VLANs and macvlans that on which they stand. */
    Optional<Device> filteredBy() {
        return Optional.empty();
    }

    /** Largest MTU that may be set; 0 for no limit. */
    public int maxMtu() {
        return MAX_MTU;
    }

    /** Whether the device cannot leave its namespace (netns_immutable): loopback and bridges. */
    public boolean isNamespaceLocal() {
        return false;
    }

    /** Whether a device that is up may be given another name; Linux 6.1 refuses that to all, later ones to none. */
    boolean isRenamedWhileUp() {
        return true;
    }

    /** What the kind does once the device is in its namespace. */
    void created() {}

    /** ndo_open: what the kind does when it is set up. */
    void opened() {}

    /** What the kind does once it counts as up. */
    void activated() {}

    /** ndo_stop: what the kind does when it is set down. */
    void closed() {}

    /** Takes an address that the user has set. */
    void takeAddress(MacAddress newAddress) {
        address = newAddress;
    }

    /** Takes an MTU that the user has set. */
    void takeMtu(int newMtu) {
        mtu = newMtu;
    }

    /** ndo_add_slave. @throws NetException EOPNOTSUPP, unless the kind has ports */
    void addPort(Device device) {
        throw new NetException(Errno.EOPNOTSUPP);
    }

    /** ndo_del_slave. */
    void removePort(Device device) {
        throw new NetException(Errno.EOPNOTSUPP);
    }

    /** Mbit/s, as ethtool tells it; -1 if the device names none. */
    public int speed() {
        return -1;
    }

    /** ndo_uninit: what the kind does when the device is deleted. */
    void deleted() {}

    /** Devices that are deleted together with this one. */
    List<Device> companions() {
        return List.of();
    }

    /** Whether the lower layer works (netif_carrier_ok). */
    public final boolean hasCarrier() {
        return carrier;
    }

    /** RFC 2863 state (IFLA_OPERSTATE). One that is not up reads DOWN, whatever it was. */
    public final OperState operState() {
        return up ? operState : OperState.DOWN;
    }

    /** netif_oper_up: UP, or UNKNOWN for kinds that have no carrier of their own. */
    final boolean isOperational() {
        return operState == OperState.UP || operState == OperState.UNKNOWN;
    }

    /** The queueing discipline: none works before the device has been set up for the first time. */
    public final String queueingDiscipline() {
        String own = queued ? defaultQueueingDiscipline() : "noop";
        return scheduler.isPresent() ? scheduler.get().kind(own) : own;
    }

    /** What the kind gets when it is set up: virtual devices have no queue (IFF_NO_QUEUE). */
    String defaultQueueingDiscipline() {
        return "noqueue";
    }

    /** Queues towards the hardware: veth has one for each processor. */
    public int transmitQueues() {
        return 1;
    }

    /** Its traffic control, once somebody has set any up. */
    public final Optional<Scheduler> scheduler() {
        return scheduler;
    }

    /** Puts traffic control between the device and its senders, or takes it away. */
    public final void scheduler(Optional<Scheduler> newScheduler) {
        scheduler = newScheduler;
    }

    /** Whether the user's own root queueing discipline went: the device has none until it is set up (noop_qdisc). */
    public final void queued(boolean hasQueue) {
        queued = hasQueue;
    }

    /**
     * Sends a frame out of this device: taps see it, counters count it; a device that is down or has no carrier drops
     * it, counted, before any tap (dev_queue_xmit; the noop queueing discipline).
     *
     * @return false if the device refused it (NET_XMIT_DROP), which a socket with IP_RECVERR hears as ENOBUFS
     */
    public final boolean transmit(EthernetFrame frame) {
        return transmit(frame, 0);
    }

    /** @param mark the netfilter mark, which traffic control may look at */
    public final boolean transmit(EthernetFrame frame, int mark) {
        if (!up || !carrier) {
            statistics.txDropped++;
            return true;
        }
        return scheduler.isPresent() ? scheduler.get().transmit(frame, mark) : send(frame);
    }

    /** Hands a frame to the device itself, past its queues (dev_hard_start_xmit): here taps see it. */
    public final boolean send(EthernetFrame frame) {
        if (depth == DEEPEST) {
            // A tunnel that leads into itself (dev_xmit_recursion).
            statistics.txDropped++;
            return true;
        }
        depth++;
        try {
            namespace.sockets().seen(this, PacketType.OUTGOING, frame);
            return startTransmit(frame);
        } finally {
            depth--;
        }
    }

    /** A frame arrives on this device: taps, then its VLAN, its bridge or its namespace (netif_receive_skb). */
    public final void receive(EthernetFrame frame) {
        receive(frame, PacketType.of(frame, this));
    }

    final void receive(EthernetFrame frame, PacketType type) {
        namespace.sockets().seen(this, type, frame);
        if (scheduler.isEmpty() || scheduler.get().receive(frame)) {
            pass(frame, type);
        }
    }

    /** A frame that traffic control had caught on its way in comes back: taps have seen it already. */
    final void receiveRedirected(EthernetFrame frame) {
        pass(frame, PacketType.of(frame, this));
    }

    private void pass(EthernetFrame frame, PacketType type) {
        if (namespace.netfilter().watches(Family.NETDEV)
                && !namespace.netfilter().ingress(this, type, frame)) {
            return;
        }
        if (frame.payload() instanceof VlanTag tag) {
            Optional<Vlan> vlan = vlanGroup.find(tag.tpid(), tag.id());
            if (vlan.isPresent()) {
                vlan.get().receiveTagged(frame, tag, type);
                return;
            }
        }
        if (handler.isPresent() && handler.get().handle(frame, type)) {
            return;
        }
        namespace.sockets().taken(this, type, frame);
        namespace.receive(this, type, frame);
    }

    public final Namespace namespace() {
        return namespace;
    }

    /** Interface index: unique in the namespace, 1 for lo. */
    public final int index() {
        return index;
    }

    public final String name() {
        return name;
    }

    public final MacAddress address() {
        return address;
    }

    public final int mtu() {
        return mtu;
    }

    public final Provenance provenance() {
        return attributes.provenance();
    }

    final DeviceAttributes attributes() {
        return attributes;
    }

    public final int queueLength() {
        return attributes.queueLength();
    }

    public final String alias() {
        return attributes.alias();
    }

    /** Features that the user has switched on or off (ethtool's names); nothing here depends on them. */
    public final Map<String, Boolean> featureChanges() {
        return attributes.featureChanges();
    }

    /** Names besides {@link #name}, which may be longer (IFLA_ALT_IFNAME). */
    public final List<String> alternativeNames() {
        return attributes.alternativeNames();
    }

    public final int group() {
        return attributes.group();
    }

    /** How many want to see frames for others: bridges, taps, the user. */
    public final int promiscuity() {
        return attributes.promiscuity();
    }

    /** How many want to see all multicast frames. */
    public final int allMulticast() {
        return attributes.allMulticast();
    }

    /** The bridge (or bond, VRF) that this device is a port of. */
    public final Optional<Device> master() {
        return master;
    }

    public final boolean isUp() {
        return up;
    }

    public final boolean has(DeviceFlag flag) {
        return flags.contains(flag);
    }

    /** The flags that user space sees, LOWER_UP included (dev_get_flags); a bridge's or tap's wish for promiscuity is not. */
    public final Set<DeviceFlag> flags() {
        EnumSet<DeviceFlag> all = EnumSet.copyOf(flags);
        if (up && carrier) {
            all.add(DeviceFlag.LOWER_UP);
        }
        return all;
    }

    public final Statistics statistics() {
        return statistics;
    }

    /** Its part of the sysctls; {@link org.vethlab.net.Sysctls} reads them. */
    public final DeviceSettings settings() {
        return settings;
    }

    /** Up, and its lower layer works, as far as it is known (addrconf_link_ready). */
    public final boolean isReadyForTraffic() {
        return up && carrier && isOperational();
    }

    /** Addresses besides its own whose frames the device takes (dev->uc, dev->mc), in the order of {@code bridge fdb}. */
    public final HardwareAddresses hardwareAddresses() {
        return receiveFilter.addresses();
    }

    final ReceiveFilter receiveFilter() {
        return receiveFilter;
    }

    /** Lets the device take the frames of a group (dev_mc_add), and while it is up also that on which it stands. */
    public final void joinGroup(MacAddress group) {
        receiveFilter.join(group);
    }

    public final void leaveGroup(MacAddress group) {
        receiveFilter.leave(group);
    }

    /** Adds an address whose frames the device takes by hand (ndo_dflt_fdb_add). @throws NetException EEXIST */
    public final void addHardwareAddress(MacAddress address) {
        receiveFilter.add(address);
    }

    /** @throws NetException ENOENT */
    public final void removeHardwareAddress(MacAddress address) {
        receiveFilter.remove(address);
    }

    /** The VLAN sub-devices of this device. */
    public final List<Vlan> vlans() {
        return vlanGroup.list();
    }

    final VlanGroup vlanGroup() {
        return vlanGroup;
    }

    /** The devices that stand on this one and go with it. */
    final Uppers uppers() {
        return uppers;
    }

    /** Tells upper devices (a bridge, a VLAN) of what happens to this one alone. */
    final void addListener(DeviceListener listener) {
        listeners.add(listener);
    }

    final void removeListener(DeviceListener listener) {
        listeners.remove(listener);
    }

    final List<DeviceListener> listeners() {
        return listeners;
    }

    final void moveTo(Namespace newNamespace, int newIndex, String newName) {
        namespace = newNamespace;
        index = newIndex;
        name = newName;
        queued = false;
        scheduler = Optional.empty();
        settings = newNamespace.sysctls().forNewDevice(false, mtu);
    }

    final void rename(String newName) {
        name = newName;
    }

    final void address(MacAddress newAddress) {
        address = newAddress;
    }

    final void mtu(int newMtu) {
        mtu = newMtu;
    }

    final void master(Optional<Device> newMaster) {
        master = newMaster;
    }

    final Optional<ReceiveHandler> handler() {
        return handler;
    }

    final void handler(Optional<ReceiveHandler> newHandler) {
        handler = newHandler;
    }

    /** Counts one more, or one less, that wants frames for others (dev_set_promiscuity). */
    public final void promiscuous(boolean on) {
        attributes.promiscuous(on);
    }

    final void flag(DeviceFlag flag, boolean on) {
        if (on) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
    }

    final void up(boolean nowUp) {
        up = nowUp;
        queued |= nowUp;
        if (!nowUp) {
            scheduler.ifPresent(Scheduler::closed);
        }
        flag(DeviceFlag.UP, nowUp);
    }

    /** Turns the carrier on or off (netif_carrier_on); a change counts, and the link watch tells it to others. */
    final void carrier(boolean on) {
        if (carrier != on) {
            carrier = on;
            statistics.carrierChanges++;
            namespace.world().linkWatch().add(this);
        }
    }

    /** As {@link #carrier(boolean)}, before anybody knows the device: no change to count or tell. */
    final void initialCarrier(boolean on) {
        carrier = on;
    }

    final void operState(OperState state) {
        operState = state;
    }

    @Override
    public final String toString() {
        return name;
    }
}
