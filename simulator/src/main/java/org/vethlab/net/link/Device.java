package org.vethlab.net.link;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.EthernetFrame;

/** A network device (struct net_device). What the kinds have in common; the kinds are siblings in this package. */
public abstract class Device {
    private Namespace namespace;
    private int index;
    private String name;
    private MacAddress address;
    private int mtu;
    private int queueLength = 1000;
    private String alias = "";
    private int group;
    private Optional<Bridge> master = Optional.empty();
    private final EnumSet<DeviceFlag> flags = EnumSet.noneOf(DeviceFlag.class);
    private final Statistics statistics = new Statistics();

    protected Device(Namespace namespace, int index, String name, MacAddress address, int mtu) {
        this.namespace = namespace;
        this.index = index;
        this.name = name;
        this.address = address;
        this.mtu = mtu;
    }

    /** The kind as {@code ip link add … type KIND} names it; empty for loopback. */
    public abstract String kind();

    /** What happens to a frame once the device's queue lets it go (ndo_start_xmit). */
    protected abstract void startTransmit(EthernetFrame frame);

    /** Whether the lower layer works (netif_carrier_ok). */
    public abstract boolean hasCarrier();

    /** The device that {@code NAME@…} shows behind the at sign (IFLA_LINK): a veth's peer, a VLAN's parent. */
    public Optional<Device> lower() {
        return Optional.empty();
    }

    /** RFC 2863 state (IFLA_OPERSTATE). */
    public OperState operState() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Sends a frame out of this device: taps see it, counters count it, a device that is down or without carrier drops
     * it (dev_queue_xmit).
     */
    public final void transmit(EthernetFrame frame) {
        throw new UnsupportedOperationException("not yet " + frame);
    }

    /** A frame arrives on this device: taps, counters, then its bridge or its namespace (netif_receive_skb). */
    public final void receive(EthernetFrame frame) {
        throw new UnsupportedOperationException("not yet " + frame);
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

    public final int queueLength() {
        return queueLength;
    }

    public final String alias() {
        return alias;
    }

    public final int group() {
        return group;
    }

    /** The bridge (or bond, VRF) that this device is a port of. */
    public final Optional<Bridge> master() {
        return master;
    }

    public final boolean isUp() {
        return flags.contains(DeviceFlag.UP);
    }

    public final boolean has(DeviceFlag flag) {
        return flags.contains(flag);
    }

    /** The flags that user space sees, LOWER_UP included. */
    public final Set<DeviceFlag> flags() {
        EnumSet<DeviceFlag> all = EnumSet.copyOf(flags);
        if (isUp() && hasCarrier()) {
            all.add(DeviceFlag.LOWER_UP);
        }
        return all;
    }

    public final Statistics statistics() {
        return statistics;
    }

    @Override
    public final String toString() {
        return name;
    }
}
