package org.vethlab.net.link;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.EthernetFrame;

/** What the kinds of devices differ in (struct net_device_ops, and what a kind sets up in its net_device). */
public abstract class DeviceKind {
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

    DeviceKind() {}

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

    public HardwareType hardwareType() {
        return HardwareType.ETHER;
    }

    /** The address of all, or of the far end. */
    public String hardwareBroadcast() {
        return (hardwareType() == HardwareType.LOOPBACK ? MacAddress.ZERO : MacAddress.BROADCAST).toString();
    }

    /** The longest packet that the device cuts up itself (tso_max_size); veth and lo take far longer ones than others. */
    public int segmentationLimit() {
        return SEGMENTATION_LIMIT;
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

    /** What the kind gets when it is set up: virtual devices have no queue (IFF_NO_QUEUE). */
    String defaultQueueingDiscipline() {
        return "noqueue";
    }

    /** Queues towards the hardware: veth has one for each processor. */
    public int transmitQueues() {
        return 1;
    }
}
