package org.vethlab.net.link;

import java.util.EnumMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.udp.Datagram;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.VxlanHeader;
import org.vethlab.wire.WireException;

/** A virtual Ethernet over UDP (RFC 7348; drivers/net/vxlan/vxlan_core.c). */
public final class Vxlan extends Device implements UdpTunnel {
    /** Headers of IPv4, UDP, VXLAN and the inner Ethernet (VXLAN_HEADROOM). */
    static final int HEADROOM = 50;

    /** Where the tunnel's packets live, wherever the device itself is moved to. */
    private final Namespace underlay;

    private final int vni;
    private final EnumMap<VxlanOption, Long> options = new EnumMap<>(VxlanOption.class);
    private final VxlanTable table;
    private final VxlanTransmit transmit = new VxlanTransmit(this);
    private Optional<Ipv4Address> remote = Optional.empty();
    private Optional<Ipv4Address> local = Optional.empty();
    private Optional<Device> lower = Optional.empty();

    private Vxlan(NewDevice site, int vni, int mtu) {
        super(site, site.addressOrRandom(), mtu);
        this.underlay = site.caller();
        this.vni = vni;
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
        table = new VxlanTable(this);
    }

    static Vxlan make(NewDevice site, VxlanRequest request) {
        int vni = request.vni()
                .orElseThrow(() ->
                        new NetException(Errno.EINVAL, "Required attributes not provided to perform the operation"));
        long port = request.values().getOrDefault(VxlanOption.DESTINATION_PORT, VxlanOption.DESTINATION_PORT.initial());
        for (Device other : site.caller().devices().all()) {
            if (other instanceof Vxlan known && known.vni == vni && known.port() == port) {
                throw new NetException(Errno.EEXIST, "A VXLAN device with the specified VNI already exists");
            }
        }
        int mtu = request.lower().map(device -> device.mtu() - HEADROOM).orElse(ETHERNET_MTU);
        Vxlan made = new Vxlan(site, vni, mtu);
        made.apply(request);
        return made;
    }

    /** @throws NetException EOPNOTSUPP for what is fixed */
    public void change(VxlanRequest request) {
        if (request.vni().isPresent() && request.vni().getAsInt() != vni) {
            throw new NetException(Errno.EOPNOTSUPP, "Cannot change VNI");
        }
        if (request.values().containsKey(VxlanOption.DESTINATION_PORT)) {
            throw new NetException(Errno.EOPNOTSUPP, "Cannot change port number");
        }
        apply(request);
    }

    private void apply(VxlanRequest request) {
        options.putAll(request.values());
        Optional<VxlanRemote> before = defaultRemote();
        lower.ifPresent(device -> device.uppers().remove(this));
        remote = request.remote().isPresent() ? request.remote() : remote;
        local = request.local().isPresent() ? request.local() : local;
        lower = request.lower().isPresent() ? request.lower() : lower;
        lower.ifPresent(device -> device.uppers().add(this));
        if (!before.equals(defaultRemote())) {
            table.defaultRemote(before, defaultRemote());
        }
    }

    private Optional<VxlanRemote> defaultRemote() {
        return remote.filter(address -> !address.isUnspecified())
                .map(address -> new VxlanRemote(address, OptionalInt.empty(), OptionalInt.empty(), lower));
    }

    @Override
    public String kind() {
        return "vxlan";
    }

    public int vni() {
        return vni;
    }

    public long option(VxlanOption option) {
        return options.getOrDefault(option, option.initial());
    }

    /** The UDP port at the far ends, and here. */
    public int port() {
        return (int) option(VxlanOption.DESTINATION_PORT);
    }

    public Optional<Ipv4Address> remote() {
        return remote;
    }

    public Optional<Ipv4Address> local() {
        return local;
    }

    /** The device that the packets leave by, if one was said ({@code dev}). */
    public Optional<Device> physical() {
        return lower;
    }

    public VxlanTable table() {
        return table;
    }

    Namespace underlay() {
        return underlay;
    }

    @Override
    public Optional<Namespace> linkNamespace() {
        return Optional.of(underlay).filter(home -> home != namespace());
    }

    /** As the device below (vxlan_get_link_ksettings). */
    @Override
    public int speed() {
        return lower.map(Device::speed).orElse(-1);
    }

    @Override
    public int segmentationLimit() {
        return lower.map(Device::segmentationLimit).orElse(SEGMENTATION_LIMIT);
    }

    /** Surprising: here Linux has no words for it (vxlan_change_mtu). */
    @Override
    void takeMtu(int newMtu) {
        if (lower.isPresent() && newMtu > lower.get().mtu() - HEADROOM) {
            throw new NetException(Errno.EINVAL);
        }
        super.takeMtu(newMtu);
    }

    @Override
    void opened() {
        underlay.tunnelPorts().open(port(), this);
        joinGroup(true);
    }

    @Override
    void closed() {
        joinGroup(false);
        underlay.tunnelPorts().close(port(), this);
        table.stop();
    }

    private void joinGroup(boolean join) {
        Optional<Ipv4Address> group = remote.filter(Ipv4Address::isMulticast);
        if (group.isEmpty() || lower.isEmpty()) {
            return;
        }
        if (join) {
            underlay.ipv4().groups().join(lower.get(), group.get());
        } else {
            underlay.ipv4().groups().leave(lower.get(), group.get());
        }
    }

    @Override
    void deleted() {
        lower.ifPresent(device -> device.uppers().remove(this));
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        VxlanEntry entry = table.lookup(frame.destination());
        if (entry == null) {
            statistics().txDropped++;
            LinkTrace.noRemote(this, frame);
            return true;
        }
        for (VxlanRemote to : entry.remotes()) {
            transmit.send(frame, to);
        }
        return true;
    }

    /** A datagram for some device of the port: one with this VNI brings a frame (vxlan_rcv). */
    @Override
    public void receive(Datagram datagram) {
        byte[] data = datagram.data();
        if (!isUp() || VxlanHeader.vni(data) != vni || !(datagram.from().address() instanceof Ipv4Address host)) {
            return;
        }
        EthernetFrame frame = read(VxlanHeader.inner(data));
        // A packet to a group comes back to its sender.
        boolean ownEcho = underlay.ipv4().addresses().owner(host).isPresent();
        if (frame == null || ownEcho || frame.source().equals(address())) {
            return;
        }
        if (option(VxlanOption.LEARNING) != 0 && table.learn(frame.source(), host)) {
            return;
        }
        statistics().rxPackets++;
        statistics().rxBytes += frame.payload().length();
        LinkTrace.unwrapped(this, frame, host);
        receive(frame);
    }

    private static @Nullable EthernetFrame read(byte[] bytes) {
        try {
            return Frames.read(bytes);
        } catch (WireException broken) {
            return null;
        }
    }

    /** Packets sent, counted without the inner Ethernet header (iptunnel_xmit_stats). */
    void countTransmitted(EthernetFrame frame) {
        statistics().txPackets++;
        statistics().txBytes += frame.payload().length();
    }
}
