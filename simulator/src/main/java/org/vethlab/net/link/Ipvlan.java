package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;

/** One more device with IP addresses of its own, but the MAC address of the device below (drivers/net/ipvlan). */
public final class Ipvlan extends Device {
    private final IpvlanPort port;
    private final int id;

    private Ipvlan(NewDevice site, IpvlanPort port) {
        super(site, port.device().address(), port.device().mtu());
        this.port = port;
        this.id = port.nextId();
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
        initialCarrier(port.device().hasCarrier());
    }

    /** One on top of another stands beside it. @throws NetException EINVAL, EBUSY (ipvlan_link_new) */
    static Ipvlan make(NewDevice site, Optional<IpvlanMode> mode, Optional<IpvlanIsolation> isolation) {
        Device asked = site.lower().orElseThrow(() -> new NetException(Errno.EINVAL));
        IpvlanPort port = IpvlanPort.of(asked instanceof Ipvlan beside ? beside.port.device() : asked);
        Ipvlan made = new Ipvlan(site, port);
        made.change(Optional.of(mode.orElse(IpvlanMode.L3)), isolation);
        port.add(made);
        return made;
    }

    @Override
    public String kind() {
        return "ipvlan";
    }

    public IpvlanMode mode() {
        return port.mode();
    }

    public IpvlanIsolation isolation() {
        return port.isolation();
    }

    /** What is said of one holds for all of the same device. */
    public void change(Optional<IpvlanMode> mode, Optional<IpvlanIsolation> isolation) {
        mode.ifPresent(port::mode);
        isolation.ifPresent(port::isolation);
    }

    @Override
    public Optional<Device> lower() {
        return Optional.of(port.device());
    }

    /** Devices that share a MAC address have their number in the middle. */
    @Override
    public long interfaceIdentifier() {
        long usual = super.interfaceIdentifier();
        return usual & ~0xff_ff00_0000L ^ 1L << 57 | (long) id << 24;
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
    public void checkAddress(IpAddress address) {
        port.checkFree(address);
    }

    boolean holds(IpAddress address) {
        if (address instanceof Ipv4Address) {
            return namespace().ipv4().addresses().of(this).stream()
                    .anyMatch(own -> own.local().equals(address));
        }
        return namespace().ipv6().addresses().of(this).stream()
                .anyMatch(own -> own.local().equals((Ipv6Address) address));
    }

    /** The MAC address is that of the device below, for good. */
    @Override
    void takeAddress(MacAddress newAddress) {
        throw new NetException(Errno.EOPNOTSUPP);
    }

    @Override
    void opened() {
        namespace().links().setFlag(this, DeviceFlag.NOARP, port.mode() != IpvlanMode.L2);
    }

    @Override
    void deleted() {
        port.remove(this);
    }

    /** A frame that the port has found to be for this device. */
    void take(EthernetFrame frame, PacketType type) {
        statistics().rxPackets++;
        statistics().rxBytes += frame.length();
        statistics().multicast += type == PacketType.MULTICAST ? 1 : 0;
        receive(frame, type);
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        boolean sent = port.mode() == IpvlanMode.L2 ? sendAsFrame(frame) : sendAsPacket(frame);
        if (sent) {
            statistics().txPackets++;
            statistics().txBytes += frame.length();
        } else {
            statistics().txDropped++;
        }
        return true;
    }

    /** ipvlan_xmit_mode_l2. Surprising: groups reach the other ipvlans and the wire, never the host below itself. */
    private boolean sendAsFrame(EthernetFrame frame) {
        Device below = port.device();
        boolean vepa = port.isolation() == IpvlanIsolation.VEPA;
        if (!vepa && frame.destination().equals(frame.source())) {
            Optional<Ipvlan> owner = IpvlanPort.target(frame).flatMap(port::owner);
            if (owner.isPresent()) {
                return deliver(owner.get(), frame);
            }
            namespace().world().frames().send(below, frame);
            return true;
        }
        if (frame.destination().isGroup()) {
            PacketType type = frame.destination().isBroadcast() ? PacketType.BROADCAST : PacketType.MULTICAST;
            for (Ipvlan other : port.others(this)) {
                namespace().world().clock().soon(() -> other.take(frame, type));
            }
        }
        return below.transmit(frame);
    }

    /** ipvlan_xmit_mode_l3: the host below routes, and asks for the neighbours. */
    private boolean sendAsPacket(EthernetFrame frame) {
        Device below = port.device();
        if (port.isolation() != IpvlanIsolation.VEPA) {
            Optional<Ipvlan> owner = IpvlanPort.target(frame).flatMap(port::owner);
            if (owner.isPresent()) {
                return deliver(owner.get(), frame);
            }
        }
        return !frame.destination().isGroup()
                && frame.payload() instanceof Ipv4Packet packet
                && below.namespace()
                        .ipv4()
                        .sendForeign(packet, Optional.of(below))
                        .isEmpty();
    }

    private boolean deliver(Ipvlan owner, EthernetFrame frame) {
        if (port.isolation() == IpvlanIsolation.PRIVATE) {
            return false;
        }
        namespace().world().clock().soon(() -> owner.take(frame, PacketType.HOST));
        return true;
    }
}
