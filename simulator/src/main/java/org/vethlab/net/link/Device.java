package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.sysctl.DeviceSettings;
import org.vethlab.trace.Fate;
import org.vethlab.wire.EthernetFrame;

/**
 * A network device (struct net_device): what the kinds have in common; the kinds are siblings in this package. It is
 * changed by {@link Links} alone.
 */
public abstract class Device extends DeviceKind {
    /** XMIT_RECURSION_LIMIT. */
    private static final int DEEPEST = 8;

    private final EnumSet<DeviceFlag> flags = EnumSet.noneOf(DeviceFlag.class);
    private final Statistics statistics = new Statistics();
    private final DeviceAttributes attributes = new DeviceAttributes();
    private final VlanGroup vlanGroup = new VlanGroup();
    private final ReceiveFilter receiveFilter = new ReceiveFilter(this);
    private final ReceivePath receivePath = new ReceivePath(this);
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

    /** Another namespace that the device has to do with (IFLA_LINK_NETNSID): its lower device's, or its tunnel's. */
    public Optional<Namespace> linkNamespace() {
        return lower().map(Device::namespace).filter(other -> other != namespace);
    }

    /** The hardware address as {@code ip} shows it: a tunnel has the IPv4 address of its end; empty for none. */
    public String hardwareAddress() {
        return address.toString();
    }

    /** The lower half of its IPv6 link-local address, from its MAC address (addrconf_ifid_eui48). */
    public long interfaceIdentifier() {
        return Ipv6Address.linkLocal(address).low();
    }

    /** Takes an address that the user has set. */
    void takeAddress(MacAddress newAddress) {
        address = newAddress;
    }

    /** Takes an MTU that the user has set. */
    void takeMtu(int newMtu) {
        mtu = newMtu;
    }

    /** Whether the lower layer works (netif_carrier_ok). */
    public final boolean hasCarrier() {
        return carrier;
    }

    /** RFC 2863 state (IFLA_OPERSTATE). One that is not up reads DOWN, whatever it was. */
    public final OperState operState() {
        return up ? operState : OperState.DOWN;
    }

    final boolean isOperational() { // netif_oper_up
        return operState == OperState.UP || operState == OperState.UNKNOWN;
    }

    /** The queueing discipline: none works before the device has been set up for the first time. */
    public final String queueingDiscipline() {
        String own = queued ? defaultQueueingDiscipline() : "noop";
        return scheduler.isPresent() ? scheduler.get().kind(own) : own;
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
            LinkTrace.notReady(this, frame);
            return true;
        }
        return scheduler.isPresent() ? scheduler.get().transmit(frame, mark) : send(frame);
    }

    /** Hands a frame to the device itself, past its queues (dev_hard_start_xmit): here taps see it. */
    public final boolean send(EthernetFrame frame) {
        if (depth == DEEPEST) {
            // A tunnel that leads into itself (dev_xmit_recursion).
            statistics.txDropped++;
            namespace.trace().drop(Fate.RECURSION_LIMIT, frame.payload(), "");
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
            receivePath.pass(frame, type);
        }
    }

    /** A frame that traffic control had caught on its way in comes back: taps have seen it already. */
    final void receiveRedirected(EthernetFrame frame) {
        receivePath.pass(frame, PacketType.of(frame, this));
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

    /** Upper devices (a bridge, a VLAN) that are told of what happens to this one alone. */
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
        return receivePath.handler();
    }

    final void handler(Optional<ReceiveHandler> newHandler) {
        receivePath.handler(newHandler);
    }

    /** One more, or one less, wants frames for others (dev_set_promiscuity). */
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
