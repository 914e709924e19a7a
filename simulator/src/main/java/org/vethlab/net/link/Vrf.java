package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.RouteType;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;

/**
 * A domain of virtual routing and forwarding (drivers/net/vrf.c): what comes in by its ports, and what is sent bound to
 * it, is routed by a table of its own. It stands for {@code lo} in its domain.
 */
public final class Vrf extends Device implements DeviceListener {
    /** IPv6's least MTU, and the largest packet with its header (vrf_setup). */
    private static final int LEAST_MTU = 1280;

    private static final int MTU = 65575;

    private final int table;
    private final List<Device> ports = new ArrayList<>();

    private Vrf(NewDevice site, int table) {
        super(site, site.addressOrRandom(), MTU);
        this.table = table;
        flag(DeviceFlag.NOARP, true);
        flag(DeviceFlag.MASTER, true);
        operState(OperState.UP);
    }

    /** The first one of a namespace brings the rule that sends lookups to the tables of domains (vrf_add_fib_rules). */
    static Vrf make(NewDevice site, int table) {
        if (table == 0) {
            throw new NetException(Errno.EINVAL, "Invalid VRF table id");
        }
        Vrf vrf = new Vrf(site, table);
        site.namespace().ipv4().routing().startDomains();
        return vrf;
    }

    /** The domain that a device is a port of, or is itself (l3mdev_master_dev). */
    public static Optional<Vrf> of(Device device) {
        if (device instanceof Vrf vrf) {
            return Optional.of(vrf);
        }
        return device.master().orElse(null) instanceof Vrf vrf ? Optional.of(vrf) : Optional.empty();
    }

    /** The domain of a device that is a port of one (netif_is_l3_slave). */
    public static Optional<Vrf> ofPort(Device device) {
        return device instanceof Vrf ? Optional.empty() : of(device);
    }

    /** The routing table of the domain (l3mdev_fib_table). */
    public int table() {
        return table;
    }

    @Override
    public String kind() {
        return "vrf";
    }

    @Override
    public boolean isNamespaceLocal() {
        return true;
    }

    @Override
    public int minMtu() {
        return LEAST_MTU;
    }

    @Override
    public int maxMtu() {
        return MTU;
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    /**
     * A route leads to the domain: the packet goes on by the domain's own routes, and loses no hop by it. To an own address
     * of the domain it comes in again at once (vrf_process_v4_outbound, vrf_local_xmit).
     */
    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        if (frame.payload() instanceof Ipv4Packet packet && !isOwn(packet.destination())) {
            namespace().ipv4().sendForeign(packet, Optional.of(this));
            return true;
        }
        statistics().countReceived(frame);
        namespace().world().frames().send(this, frame);
        return true;
    }

    private boolean isOwn(Ipv4Address destination) {
        RouteType type = namespace().ipv4().routing().addressTypeAt(this, destination);
        return type != RouteType.UNICAST;
    }

    /** A frame with a packet has come in by a port: the domain's device takes it over (vrf_ip_rcv). */
    public void passFromPort(EthernetFrame frame) {
        statistics().rxPackets++;
        statistics().rxBytes += frame.payload().length();
        namespace().sockets().seen(this, PacketType.OUTGOING, frame);
    }

    /** A packet goes out by a port: who taps the domain's device sees it, in a frame to nobody (vrf_finish_direct). */
    public void passToPort(Payload packet) {
        namespace().sockets().seen(this, PacketType.OUTGOING, new EthernetFrame(MacAddress.ZERO, address(), packet));
    }

    @Override
    void addPort(Device device) {
        if (device instanceof Loopback) {
            throw new NetException(Errno.EOPNOTSUPP, "Can not enslave loopback device to a VRF");
        }
        if (device instanceof Vrf) {
            throw new NetException(Errno.EINVAL, "Can not enslave an L3 master device to a VRF");
        }
        ports.add(device);
        device.listeners().add(this);
        change(device, Optional.of(this));
    }

    @Override
    void removePort(Device device) {
        ports.remove(device);
        device.listeners().remove(this);
        change(device, Optional.empty());
    }

    /** All routes over the device go; one that is up is set down and up again to get them anew in its new table. */
    private static void change(Device device, Optional<Device> master) {
        device.master(master);
        Events.domainChanged(device);
        if (device.isUp()) {
            device.namespace().links().setDown(device);
            device.namespace().links().setUp(device);
        }
    }

    @Override
    public void unregistered(Device gone) {
        ports.remove(gone);
        gone.listeners().remove(this);
        gone.master(Optional.empty());
    }

    @Override
    void deleted() {
        List.copyOf(ports).forEach(this::removePort);
    }
}
