package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** A bridge (net/bridge): a switch of software that is itself a device of the host. */
public final class Bridge extends Device {
    private static final long NANOS = 10_000_000L;
    private static final long FIRST_CLEANUP = 100_000_000L;
    private static final Ipv4Address ALL_SNOOPERS = new Ipv4Address(0xe000_006a);
    private static final Ipv6Address ALL_SNOOPERS_6 = new Ipv6Address(0xff02_0000_0000_0000L, 0x6a);

    private final EnumMap<BridgeOption, Long> options = new EnumMap<>(BridgeOption.class);
    private final List<BridgePort> ports = new ArrayList<>();
    private final List<BridgePort> portsView = Collections.unmodifiableList(ports);
    private final SpanningTree spanningTree;
    private final ForwardingTable forwarding;
    private final MulticastDatabase multicast = new MulticastDatabase(this);
    private final MulticastQuerier querier = new MulticastQuerier(this);
    private final BridgeVlans vlans = new BridgeVlans(this);
    private final BridgeInput input = new BridgeInput(this);
    private boolean snoops;
    private boolean filtersVlans;
    private boolean groupAddressSet;
    private boolean everHadPorts;
    private boolean addressSet;
    private boolean mtuSet;

    private Bridge(NewDevice site) {
        super(site, site.addressOrRandom(), ETHERNET_MTU);
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
        for (BridgeOption option : BridgeOption.values()) {
            options.put(option, option.initial());
        }
        spanningTree = new SpanningTree(this);
        forwarding = new ForwardingTable(this);
        vlans.join(vlans.own());
    }

    static Bridge make(NewDevice site, Map<String, Long> attributes) {
        Bridge bridge = new Bridge(site);
        site.request().address().ifPresent(bridge::takeAddress);
        bridge.change(attributes);
        return bridge;
    }

    @Override
    public String kind() {
        return "bridge";
    }

    @Override
    public boolean isNamespaceLocal() {
        return true;
    }

    /** The ports, the newest first: the order in which frames are flooded. */
    public List<BridgePort> ports() {
        return portsView;
    }

    /** The bridge takes over its ports' limit, and has that of all devices until there was a first (br_set_gso_limits). */
    @Override
    public int segmentationLimit() {
        return everHadPorts
                ? ports.stream()
                        .mapToInt(port -> port.device().segmentationLimit())
                        .min()
                        .orElse(LARGEST_SEGMENTATION_LIMIT)
                : SEGMENTATION_LIMIT;
    }

    public Optional<BridgePort> port(Device device) {
        for (BridgePort port : ports) {
            if (port.device() == device) {
                return port.asOptional();
            }
        }
        return Optional.empty();
    }

    public ForwardingTable forwarding() {
        return forwarding;
    }

    /** Groups and who is in them. */
    public MulticastDatabase multicast() {
        return multicast;
    }

    MulticastQuerier querier() {
        return querier;
    }

    public SpanningTree spanningTree() {
        return spanningTree;
    }

    /** The VLANs in which the bridge takes part as a device of this host, and those that it keeps for its ports. */
    public VlanMemberships memberships() {
        return vlans.own();
    }

    /** Whether the bridge was ever told anything about VLANs. */
    public boolean isVlanAware() {
        return vlans.isAware();
    }

    void becomeVlanAware() {
        vlans.becomeAware();
    }

    VlanFilter vlanFilter() {
        return vlans.filter();
    }

    /** Whether frames pass only between members of one VLAN. */
    public boolean filtersVlans() {
        return filtersVlans;
    }

    /** The protocol of the tags by which the bridge tells VLANs: 0x8100 or 0x88a8. */
    public int vlanProtocol() {
        return (int) option(BridgeOption.VLAN_PROTOCOL);
    }

    BridgeInput input() {
        return input;
    }

    VirtualClock clock() {
        return namespace().world().clock();
    }

    /**
     * A setting in the unit of netlink: times in hundredths of a second. While the topology changes, the ageing time
     * reads twice the forward delay (__br_set_topology_change).
     */
    public long option(BridgeOption option) {
        if (option == BridgeOption.AGEING_TIME && spanningTree.isTopologyChanging()) {
            return 2 * spanningTree.forwardDelay() / NANOS;
        }
        Long value = options.get(option);
        return value == null ? option.initial() : value;
    }

    /** A setting that is a time, in nanoseconds. */
    long nanos(BridgeOption option) {
        return option(option) * NANOS;
    }

    /** Sets options by the names of {@code ip link … type bridge}. @throws NetException ERANGE, EINVAL */
    public void change(Map<String, Long> values) {
        values.forEach((name, value) -> {
            if (name.equals("fdb_flush")) {
                forwarding.flush(ForwardingEntry::ages);
                return;
            }
            set(BridgeOption.named(name).orElseThrow(() -> new NetException(Errno.EOPNOTSUPP)), value);
        });
        namespace().world().linkWatch().run();
    }

    private void set(BridgeOption option, long value) {
        option.check(value, spanningTree.isOn());
        if (option == BridgeOption.VLAN_STATS_PER_PORT && hasPortVlans()) {
            throw new NetException(Errno.EBUSY);
        }
        options.put(option, option.normalized(value));
        switch (option) {
            case STP_STATE -> spanningTree.turn(value != 0);
            case PRIORITY -> spanningTree.changePriority((int) value);
            case AGEING_TIME -> forwarding.removeExpired();
            case MCAST_QUERIER -> querier.start();
            case VLAN_FILTERING, VLAN_PROTOCOL -> filterVlans();
            case GROUP_ADDRESS -> groupAddressSet = true;
            case VLAN_DEFAULT_PVID -> vlans.changeDefault((int) value);
            case VLAN_STATS_ENABLED, VLAN_STATS_PER_PORT, MCAST_VLAN_SNOOPING -> becomeVlanAware();
            case FORWARD_DELAY, HELLO_TIME, MAX_AGE -> spanningTree.timesChanged();
            default -> {}
        }
    }

    private boolean hasPortVlans() {
        return ports.stream().anyMatch(port -> !port.memberships().usable().isEmpty());
    }

    /** The group address of a bridge of service providers is another (recalculate_group_addr; IEEE 802.1ad). */
    private void filterVlans() {
        filtersVlans = option(BridgeOption.VLAN_FILTERING) != 0;
        if (!groupAddressSet) {
            boolean provider = filtersVlans && vlanProtocol() == VlanTag.DOT1AD;
            options.put(BridgeOption.GROUP_ADDRESS, BridgeOption.GROUP_ADDRESS.initial() + (provider ? 8 : 0));
        }
        if (filtersVlans) {
            becomeVlanAware();
        }
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        input.sendOut(frame);
        return true;
    }

    /** Listens to what multicast routers tell snoopers (RFC 4286; br_multicast_join_snoopers). */
    @Override
    void opened() {
        forwarding.startCleanup(FIRST_CLEANUP);
        snoops = option(BridgeOption.MCAST_SNOOPING) != 0;
        if (snoops) {
            namespace().ipv4().groups().join(this, ALL_SNOOPERS);
            namespace().ipv6().join(this, ALL_SNOOPERS_6);
        }
    }

    /** The bridge's own address is known from the beginning. */
    @Override
    void created() {
        forwarding.addLocal(Optional.empty(), address());
    }

    /** Called once the bridge counts as up: its ports may begin (br_stp_enable_bridge). */
    @Override
    void activated() {
        spanningTree.start();
        querier.start();
    }

    @Override
    void closed() {
        spanningTree.stop();
        querier.stop();
        forwarding.stopCleanup();
        if (snoops) {
            namespace().ipv4().groups().leave(this, ALL_SNOOPERS);
            namespace().ipv6().leave(this, ALL_SNOOPERS_6);
        }
    }

    @Override
    void deleted() {
        for (BridgePort port : List.copyOf(ports)) {
            removePort(port.device());
        }
        multicast.clear();
    }

    /** Enslaves a device (br_add_if). @throws NetException EINVAL, ELOOP */
    @Override
    void addPort(Device device) {
        if (device.hardwareType() != HardwareType.ETHER || device.address().equals(MacAddress.ZERO)) {
            throw new NetException(Errno.EINVAL);
        }
        if (device instanceof Bridge) {
            throw new NetException(Errno.ELOOP, "Can not enslave a bridge to a bridge");
        }
        if (device.handler().isPresent()) {
            throw new NetException(Errno.EBUSY);
        }
        BridgePort port = new BridgePort(this, device, freeNumber());
        ports.add(0, port);
        everHadPorts = true;
        device.master(Optional.of(this));
        device.handler(Optional.of(port));
        device.listeners().add(port);
        device.promiscuous(true);
        device.attributes().allMulticast(true);
        forwarding.addLocal(port.asOptional(), device.address());
        vlans.join(port.memberships());
        recalculateId();
        if (isUp() && device.isUp() && device.isOperational()) {
            spanningTree.enable(port);
        }
        adjustMtu();
    }

    private int freeNumber() {
        int number = 1;
        for (int i = 0; i < ports.size(); i++) {
            for (BridgePort port : ports) {
                number += port.number() == number ? 1 : 0;
            }
        }
        return number;
    }

    /** VLAN devices with bridge_binding have carrier while a port in their VLAN has (br_vlan_set_vlan_dev_state). */
    void tellVlans() {
        for (Vlan vlan : vlans()) {
            vlan.followPorts(ports.stream().anyMatch(port -> port.carries(vlan.id())));
        }
    }

    /** Releases a port (br_del_if). */
    @Override
    void removePort(Device device) {
        BridgePort port = port(device).orElseThrow(() -> new NetException(Errno.EINVAL));
        device.promiscuous(false);
        device.attributes().allMulticast(false);
        spanningTree.disable(port);
        ports.remove(port);
        forwarding.removeBehind(port, true);
        forwarding.removeLocal(port.asOptional());
        multicast.removePort(port, true);
        ports.stream()
                .filter(other -> other.backup().equals(port.asOptional()))
                .forEach(other -> other.setBackup(Optional.empty()));
        port.memberships().clear();
        tellVlans();
        device.master(Optional.empty());
        device.handler(Optional.empty());
        device.listeners().remove(port);
        adjustMtu();
        recalculateId();
    }

    /** Without one set by hand, the bridge's address is the lowest of its ports', or none at all without ports. */
    void recalculateId() {
        if (addressSet) {
            return;
        }
        MacAddress lowest = ports.stream()
                .map(port -> port.device().address())
                .min(MacAddress::compareTo)
                .orElse(MacAddress.ZERO);
        if (!lowest.equals(spanningTree.id().address())) {
            changeAddress(lowest);
        }
    }

    /** Sets the address by hand: from now on it does not follow the ports. */
    @Override
    void takeAddress(MacAddress newAddress) {
        addressSet = true;
        changeAddress(newAddress);
    }

    private void changeAddress(MacAddress newAddress) {
        boolean real = !newAddress.equals(address());
        forwarding.removeLocal(Optional.empty());
        forwarding.addLocal(Optional.empty(), newAddress);
        address(newAddress);
        spanningTree.changeId(new BridgeId((int) option(BridgeOption.PRIORITY), newAddress));
        if (real) {
            Events.addressChanged(this);
        }
    }

    /** Without one set by hand, the MTU is the least of the ports' (br_mtu_auto_adjust). */
    void adjustMtu() {
        int least = ports.stream().mapToInt(port -> port.device().mtu()).min().orElse(ETHERNET_MTU);
        if (!mtuSet && least != mtu()) {
            mtu(least);
            Events.mtuChanged(this);
        }
    }

    @Override
    void takeMtu(int newMtu) {
        mtuSet = true;
        mtu(newMtu);
    }
}
