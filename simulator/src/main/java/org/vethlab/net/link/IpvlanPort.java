package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;

/** The device below ipvlans: they share its MAC address, and its mode is that of them all (struct ipvl_port). */
final class IpvlanPort implements ReceiveHandler, DeviceListener {
    private final Device device;
    private final List<Ipvlan> ipvlans = new ArrayList<>();
    private IpvlanMode mode = IpvlanMode.L3;
    private IpvlanIsolation isolation = IpvlanIsolation.BRIDGE;
    private int lastId;

    private IpvlanPort(Device device) {
        this.device = device;
    }

    /** That of a device, made if it has none yet. @throws NetException EINVAL, EBUSY (ipvlan_port_create) */
    static IpvlanPort of(Device device) {
        if (device.handler().orElse(null) instanceof IpvlanPort port) {
            return port;
        }
        if (device.hardwareType() != HardwareType.ETHER) {
            throw new NetException(Errno.EINVAL);
        }
        if (device.handler().isPresent()) {
            throw new NetException(Errno.EBUSY);
        }
        IpvlanPort port = new IpvlanPort(device);
        device.handler(Optional.of(port));
        device.listeners().add(port);
        return port;
    }

    Device device() {
        return device;
    }

    IpvlanMode mode() {
        return mode;
    }

    IpvlanIsolation isolation() {
        return isolation;
    }

    void isolation(IpvlanIsolation wanted) {
        isolation = wanted;
    }

    /** All the ipvlans of the device change at once (ipvlan_set_port_mode). */
    void mode(IpvlanMode wanted) {
        if (mode == wanted) {
            return;
        }
        mode = wanted;
        for (Ipvlan ipvlan : ipvlans) {
            ipvlan.namespace().links().setFlag(ipvlan, DeviceFlag.NOARP, wanted != IpvlanMode.L2);
        }
    }

    /** The number by which the link-local addresses of the device's ipvlans differ. */
    int nextId() {
        return ++lastId;
    }

    void add(Ipvlan ipvlan) {
        ipvlans.add(ipvlan);
        device.uppers().add(ipvlan);
    }

    void remove(Ipvlan ipvlan) {
        ipvlans.remove(ipvlan);
        device.uppers().remove(ipvlan);
        if (ipvlans.isEmpty()) {
            device.handler(Optional.empty());
            device.listeners().remove(this);
        }
    }

    List<Ipvlan> others(Ipvlan than) {
        return ipvlans.stream().filter(one -> one != than && one.isUp()).toList();
    }

    /** The ipvlan that has an address, in whatever namespace (ipvlan_addr_lookup). */
    Optional<Ipvlan> owner(IpAddress address) {
        return ipvlans.stream().filter(one -> one.isUp() && one.holds(address)).findFirst();
    }

    boolean isTaken(IpAddress address) {
        return ipvlans.stream().anyMatch(one -> one.holds(address));
    }

    /** The address that a frame is about: of an ARP packet the one that is asked for. */
    static Optional<IpAddress> target(EthernetFrame frame) {
        if (frame.payload() instanceof Ipv4Packet packet) {
            return Optional.of(packet.destination());
        }
        if (frame.payload() instanceof ArpPacket packet) {
            return Optional.of(packet.targetAddress());
        }
        return frame.payload() instanceof Ipv6Packet packet ? Optional.of(packet.destination()) : Optional.empty();
    }

    /** To the ipvlan that has the address; what is for a group goes to all, and to the device itself. */
    @Override
    public boolean handle(EthernetFrame frame, PacketType type) {
        if (mode == IpvlanMode.L2 && frame.destination().isGroup()) {
            ipvlans.stream().filter(Device::isUp).forEach(one -> one.take(frame, type));
            return false;
        }
        boolean asks = frame.payload() instanceof ArpPacket;
        if (mode == IpvlanMode.L3S && asks) {
            return false;
        }
        Optional<Ipvlan> owner = target(frame).flatMap(this::owner);
        owner.ifPresent(one -> one.take(frame, type));
        return owner.isPresent();
    }

    @Override
    public void changed(Device lower) {
        ipvlans.forEach(one -> one.carrier(lower.hasCarrier()));
    }

    @Override
    public void mtuChanged(Device lower) {
        ipvlans.forEach(one -> one.namespace().links().setMtu(one, lower.mtu()));
    }

    @Override
    public void addressChanged(Device lower) {
        for (Ipvlan one : ipvlans) {
            one.address(lower.address());
            Events.addressChanged(one);
        }
    }

    /** @throws NetException EADDRINUSE if another ipvlan of the device has the address (ipvlan_addr4_validator_event) */
    void checkFree(IpAddress address) {
        boolean special =
                address instanceof Ipv4Address ipv4 ? ipv4.isUnspecified() : ((Ipv6Address) address).isUnspecified();
        if (!special && isTaken(address)) {
            throw new NetException(Errno.EADDRINUSE, "Address already assigned to an ipvlan device");
        }
    }
}
