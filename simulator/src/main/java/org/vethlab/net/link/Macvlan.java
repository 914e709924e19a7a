package org.vethlab.net.link;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.MacvlanSettings.Change;
import org.vethlab.net.link.MacvlanSettings.Sources;
import org.vethlab.wire.EthernetFrame;

/** One more device with an address of its own on an Ethernet device (drivers/net/macvlan.c). */
public final class Macvlan extends Device implements DeviceListener {
    private static final long DEFAULT_QUEUE_LENGTH = 1000;
    private static final int TAP_QUEUE_LENGTH = 500;

    private final MacvlanPort port;
    private final boolean tap;
    private final Set<MacAddress> sources = new LinkedHashSet<>();
    private MacvlanMode mode = MacvlanMode.VEPA;
    private MacvlanSettings.Flags flags = MacvlanSettings.Flags.NONE;
    private long queueLength = DEFAULT_QUEUE_LENGTH;

    private Macvlan(NewDevice site, MacvlanPort port, MacAddress address, boolean tap) {
        super(site, address, port.device().mtu());
        this.port = port;
        this.tap = tap;
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
        initialCarrier(port.device().hasCarrier());
        if (tap) {
            attributes().queueLength(TAP_QUEUE_LENGTH);
        }
    }

    /** One on top of another stands beside it. @throws NetException EINVAL, EBUSY (macvlan_common_newlink) */
    static Macvlan make(NewDevice site, MacvlanSettings settings, boolean tap) {
        Device asked = site.lower().orElseThrow(() -> new NetException(Errno.EINVAL));
        Device lower = asked instanceof Macvlan beside ? beside.port.device() : asked;
        if (site.request().mtu().orElse(0) > lower.mtu()) {
            throw new NetException(Errno.EINVAL);
        }
        MacvlanMode wanted = settings.mode().orElse(MacvlanMode.VEPA);
        boolean passthru = wanted == MacvlanMode.PASSTHRU;
        MacvlanPort port = MacvlanPort.of(lower, passthru);
        if (settings.sources().isPresent() && wanted != MacvlanMode.SOURCE) {
            throw new NetException(Errno.EINVAL);
        }
        Macvlan made = new Macvlan(site, port, passthru ? lower.address() : site.addressOrRandom(), tap);
        made.mode = wanted;
        made.change(settings);
        port.add(made);
        return made;
    }

    @Override
    public String kind() {
        return tap ? "macvtap" : "macvlan";
    }

    public MacvlanMode mode() {
        return mode;
    }

    /** Whether the device below is left to take only the frames for its own address, in passthru mode. */
    public boolean leavesAddressesAlone() {
        return !flags.promiscuous();
    }

    /** Whether frames that match in source mode are for this device only. */
    public boolean consumesForeign() {
        return flags.consumesForeign();
    }

    public long wantedQueueLength() {
        return queueLength;
    }

    /** The longest queue that a macvlan of the device below has asked for. */
    public long usedQueueLength() {
        return port.queueLength();
    }

    /** The addresses whose frames it takes in source mode, in the order of the kernel's hash table. */
    public List<MacAddress> sources() {
        return sources.stream().sorted(Comparator.comparingInt(Macvlan::hash)).toList();
    }

    /** macvlan_eth_hash: the upper eight bits of the address, as a little-endian number, times the golden ratio. */
    private static int hash(MacAddress address) {
        long value = Long.reverseBytes(address.bits() << 16) << 16;
        return (int) (value * 0x61c8_8646_80b5_83ebL >>> 56);
    }

    @Override
    public Optional<Device> lower() {
        return Optional.of(port.device());
    }

    @Override
    public int speed() {
        return port.device().speed();
    }

    @Override
    public int segmentationLimit() {
        return port.device().segmentationLimit();
    }

    @Override
    public int maxMtu() {
        return port.device().maxMtu();
    }

    @Override
    boolean filtersAddresses() {
        return true;
    }

    @Override
    Optional<Device> filteredBy() {
        return lower();
    }

    /** Changes it (macvlan_changelink). @throws NetException EINVAL */
    public void change(MacvlanSettings settings) {
        MacvlanMode wanted = settings.mode().orElse(mode);
        if ((wanted == MacvlanMode.PASSTHRU) != (mode == MacvlanMode.PASSTHRU)) {
            throw new NetException(Errno.EINVAL);
        }
        if (wanted != MacvlanMode.SOURCE) {
            sources.clear();
        }
        settings.flags().ifPresent(this::changeFlags);
        queueLength = settings.queueLength().orElse(queueLength);
        mode = wanted;
        settings.sources().ifPresent(this::changeSources);
    }

    private void changeFlags(MacvlanSettings.Flags wanted) {
        if (isUp() && mode == MacvlanMode.PASSTHRU && wanted.promiscuous() != flags.promiscuous()) {
            port.device().promiscuous(wanted.promiscuous());
        }
        flags = wanted;
    }

    private void changeSources(Sources asked) {
        if (mode != MacvlanMode.SOURCE) {
            throw new NetException(Errno.EINVAL);
        }
        if (asked.change() == Change.DEL) {
            asked.addresses().forEach(sources::remove);
            return;
        }
        if (asked.change() != Change.ADD) {
            sources.clear();
        }
        sources.addAll(asked.addresses());
    }

    /** @throws NetException EADDRINUSE if the device below or another macvlan that is up has the address */
    @Override
    void opened() {
        if (mode == MacvlanMode.PASSTHRU) {
            if (flags.promiscuous()) {
                port.device().promiscuous(true);
            }
        } else {
            port.checkFree(address());
            port.device().receiveFilter().addUnicast(address());
        }
        receiveFilter().share(true);
        carrier(port.device().hasCarrier());
    }

    @Override
    void closed() {
        receiveFilter().share(false);
        if (mode != MacvlanMode.PASSTHRU) {
            port.device().receiveFilter().removeUnicast(address());
        } else if (flags.promiscuous()) {
            port.device().promiscuous(false);
        }
    }

    @Override
    void takeAddress(MacAddress newAddress) {
        if (newAddress.equals(address())) {
            return;
        }
        if (mode == MacvlanMode.PASSTHRU) {
            Device below = port.device();
            below.namespace().links().setAddress(below, newAddress);
            return;
        }
        port.checkFree(newAddress);
        if (isUp()) {
            port.device().receiveFilter().removeUnicast(address());
            port.device().receiveFilter().addUnicast(newAddress);
        }
        super.takeAddress(newAddress);
    }

    @Override
    void takeMtu(int newMtu) {
        if (newMtu > port.device().mtu()) {
            throw new NetException(Errno.EINVAL);
        }
        super.takeMtu(newMtu);
    }

    @Override
    void created() {
        namespace().world().linkWatch().add(this);
    }

    @Override
    void deleted() {
        port.remove(this);
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        if (mode == MacvlanMode.BRIDGE && port.deliverBeside(this, frame)) {
            return true;
        }
        return port.device().transmit(frame);
    }

    /** Takes a frame of the device below. */
    void take(EthernetFrame frame, PacketType type) {
        if (isUp()) {
            statistics().countReceived(frame);
            statistics().multicast += frame.destination().isGroup() && mode != MacvlanMode.SOURCE ? 1 : 0;
            receive(frame, type);
        }
    }

    boolean takesFrom(MacAddress source) {
        return mode == MacvlanMode.SOURCE && sources.contains(source);
    }

    boolean takesGroup(MacAddress group) {
        return group.isBroadcast()
                || has(DeviceFlag.PROMISC)
                || allMulticast() > 0
                || hardwareAddresses().has(group);
    }

    @Override
    public void up(Device below) {
        follow(below);
    }

    @Override
    public void down(Device below) {
        follow(below);
    }

    @Override
    public void changed(Device below) {
        follow(below);
    }

    private void follow(Device below) {
        carrier(below.hasCarrier());
    }

    @Override
    public void mtuChanged(Device below) {
        if (mtu() > below.mtu()) {
            namespace().links().setMtu(this, below.mtu());
        }
    }

    @Override
    public void addressChanged(Device below) {
        if (mode == MacvlanMode.PASSTHRU) {
            address(below.address());
            Events.addressChanged(this);
        }
    }
}
