package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.EthernetFrame;

/** Several devices that work as one (drivers/net/bonding/bond_main.c). */
public final class Bond extends Device {
    private static final long LINK_WATCH_INTERVAL = 1_000_000_000L;

    private final BondSettings options = new BondSettings();
    private final List<BondPort> ports = new ArrayList<>();
    private final List<BondPort> portsView = Collections.unmodifiableList(ports);
    private final BondSelection selection = new BondSelection(this);
    private final BondMonitor monitor = new BondMonitor(this);
    private final Lacp lacp = new Lacp(this);
    private final BondTransmit transmit = new BondTransmit(this);
    private boolean addressSet;

    private Bond(NewDevice site) {
        super(site, site.addressOrRandom(), ETHERNET_MTU);
        addressSet = site.request().address().isPresent();
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
        flag(DeviceFlag.MASTER, true);
        initialCarrier(false);
    }

    static Bond make(NewDevice site, BondRequest request) {
        Bond bond = new Bond(site);
        bond.change(request);
        return bond;
    }

    /** The module's parameter tx_queues. */
    @Override
    public int transmitQueues() {
        return 16;
    }

    @Override
    public String kind() {
        return "bond";
    }

    @Override
    public boolean isNamespaceLocal() {
        return true;
    }

    public BondSettings options() {
        return options;
    }

    /** In the order in which they joined. */
    public List<BondPort> ports() {
        return portsView;
    }

    public Optional<BondPort> port(Device device) {
        return ports.stream().filter(port -> port.device() == device).findFirst();
    }

    /** The port that carries everything, in the modes that have one. */
    public Optional<BondPort> activePort() {
        return options.mode().usesPrimary() ? selection.current() : Optional.empty();
    }

    /** The port that is active whenever it can be. */
    public Optional<BondPort> primary() {
        return selection.primary();
    }

    Lacp lacp() {
        return lacp;
    }

    /** The group of ports that works, of an 802.3ad bond (bond_3ad_get_active_agg_info). */
    public Optional<Aggregator> aggregator() {
        if (options.mode() != BondMode.LACP) {
            return Optional.empty();
        }
        return lacp.activeAggregator()
                .flatMap(id -> ports.stream()
                        .filter(port -> port.lacp().aggregator() == id)
                        .findFirst()
                        .map(port -> new Aggregator(
                                id,
                                (int) lacp.size(id),
                                lacp.key(),
                                port.lacp().partner().key(),
                                port.lacp().partner().system())));
    }

    /** Ports that work together. */
    public record Aggregator(int id, int ports, int actorKey, int partnerKey, MacAddress partner) {}

    BondSelection selection() {
        return selection;
    }

    BondMonitor monitor() {
        return monitor;
    }

    /** As the ports: that of the active one, or all together where all work (bond_ethtool_get_link_ksettings). */
    @Override
    public int speed() {
        int sum = 0;
        for (BondPort port : ports) {
            if (port.canTransmit()) {
                sum += Math.max(0, port.device().speed());
                if (options.mode() == BondMode.ACTIVE_BACKUP || options.mode() == BondMode.BROADCAST) {
                    return sum;
                }
            }
        }
        return sum == 0 ? -1 : sum;
    }

    @Override
    public int segmentationLimit() {
        return ports.stream()
                .mapToInt(port -> port.device().segmentationLimit())
                .min()
                .orElse(SEGMENTATION_LIMIT);
    }

    /** Sets options one by one, in their order; what was set before an error stays set (bond_changelink). */
    public void change(BondRequest request) {
        for (BondOption option : BondOption.values()) {
            Long value = request.values().get(option);
            if (value == null) {
                continue;
            }
            boolean miiMonitoring = request.values().getOrDefault(BondOption.MIIMON, 0L) != 0;
            if (option == BondOption.ARP_INTERVAL && value != 0 && miiMonitoring) {
                throw new NetException(Errno.EINVAL, "ARP monitoring cannot be used with MII monitoring");
            }
            option.check(value, options.mode(), isUp(), ports.isEmpty());
            if (option == BondOption.ARP_IP_TARGET) {
                options.arpTargets(request.arpTargets());
            } else {
                set(option, value);
            }
        }
        namespace().world().linkWatch().run();
    }

    private void set(BondOption option, long value) {
        switch (option) {
            case ACTIVE_SLAVE -> selection.choose(value == 0 ? Optional.empty() : Optional.of(portOf(value)));
            case PRIMARY -> selection.prefer(deviceOf(value));
            default -> options.put(option, value);
        }
        switch (option) {
            case PRIMARY_RESELECT -> selection.select();
            case MIIMON, ARP_INTERVAL, MODE -> monitor.restart();
            default -> {}
        }
    }

    private Device deviceOf(long index) {
        return namespace().devices().byIndex((int) index).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    private BondPort portOf(long index) {
        return port(deviceOf(index)).orElseThrow(BondOption::invalid);
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        return transmit.send(frame);
    }

    /** There is no carrier yet; nobody is in a hurry to tell so of a device that is down (linkwatch_urgent_event). */
    @Override
    void created() {
        namespace().world().clock().after(LINK_WATCH_INTERVAL, () -> {
            namespace().world().linkWatch().add(this);
            namespace().world().linkWatch().run();
        });
    }

    @Override
    void activated() {
        for (BondPort port : ports) {
            boolean waits = options.mode().usesPrimary() && !selection.isCurrent(port);
            port.active(!waits);
        }
        monitor.restart();
        lacp.restart();
    }

    @Override
    void closed() {
        monitor.stop();
        lacp.stop();
    }

    @Override
    void deleted() {
        monitor.stop();
        lacp.stop();
        List.copyOf(ports).forEach(port -> removePort(port.device()));
    }

    /** bond_enslave. @throws NetException EBUSY, EPERM, EINVAL */
    @Override
    void addPort(Device device) {
        check(device);
        if (ports.isEmpty() && !addressSet) {
            changeAddress(device.address());
        }
        BondPort port = new BondPort(this, device, freeNumber());
        device.namespace().links().setMtu(device, mtu());
        if (sharesAddress()) {
            give(device, address());
        }
        device.flag(DeviceFlag.SLAVE, true);
        device.master(Optional.of(this));
        device.namespace().links().setUp(device);
        device.handler(Optional.of(port));
        device.listeners().add(port);
        ports.add(port);
        monitor.begin(port);
        selection.joined(port);
        if (options.mode() == BondMode.LACP) {
            lacp.decide();
            lacp.restart();
        }
        updateCarrier();
        selection.select();
    }

    private int freeNumber() {
        return ports.stream().mapToInt(port -> port.lacp().number()).max().orElse(0) + 1;
    }

    private void check(Device device) {
        if (device.has(DeviceFlag.MASTER) && !(device instanceof Bond)) {
            throw new NetException(Errno.EPERM, "Device type (master device) cannot be enslaved");
        }
        if (device == this) {
            throw new NetException(Errno.EPERM, "Cannot enslave bond to itself.");
        }
        if (device instanceof Loopback && carriesVlans()) {
            throw new NetException(Errno.EPERM, "Can not enslave VLAN challenged device to VLAN enabled bond");
        }
        if (device.isUp()) {
            throw new NetException(Errno.EPERM, "Device can not be enslaved while up");
        }
        if (device instanceof Loopback && ports.isEmpty()) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        if (device.hardwareType() != HardwareType.ETHER) {
            throw new NetException(Errno.EINVAL, "Device type is different from other slaves");
        }
    }

    private boolean carriesVlans() {
        return uppers().list().stream().anyMatch(Vlan.class::isInstance);
    }

    /** Unless the bond follows the address of its active port, all ports have the bond's. */
    private boolean sharesAddress() {
        return options.mode() != BondMode.ACTIVE_BACKUP || !options.isOn(BondOption.FAIL_OVER_MAC);
    }

    static void give(Device device, MacAddress address) {
        if (!device.address().equals(address)) {
            device.takeAddress(address);
            Events.addressChanged(device);
        }
    }

    void changeAddress(MacAddress newAddress) {
        if (!newAddress.equals(address())) {
            address(newAddress);
            Events.addressChanged(this);
        }
    }

    /** Surprising: a bond that loses its last port gets a random address again (__bond_release_one). */
    @Override
    void removePort(Device device) {
        BondPort port = port(device).orElseThrow(() -> new NetException(Errno.EINVAL));
        device.handler(Optional.empty());
        device.master(Optional.empty());
        device.listeners().remove(port);
        ports.remove(port);
        selection.left(port);
        if (ports.isEmpty()) {
            addressSet = false;
            changeAddress(namespace().world().randomAddress());
        }
        updateCarrier();
        selection.select();
        restore(port);
    }

    private static void restore(BondPort port) {
        Device device = port.device();
        device.namespace().links().setDown(device);
        give(device, port.permanentAddress());
        device.namespace().links().setMtu(device, port.originalMtu());
        device.flag(DeviceFlag.SLAVE, false);
    }

    /** There is carrier while any port's link is up (bond_set_carrier). */
    void updateCarrier() {
        carrier(ports.stream().anyMatch(port -> port.link() == BondPort.Link.UP));
    }

    @Override
    void takeAddress(MacAddress newAddress) {
        addressSet = true;
        if (!sharesAddress()) {
            return;
        }
        ports.forEach(port -> give(port.device(), newAddress));
        super.takeAddress(newAddress);
    }

    @Override
    void takeMtu(int newMtu) {
        ports.forEach(port -> port.device().namespace().links().setMtu(port.device(), newMtu));
        super.takeMtu(newMtu);
    }
}
