package org.vethlab.net;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.Netfilter;
import org.vethlab.net.ipv4.Ipv4;
import org.vethlab.net.ipv6.Ipv6;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;
import org.vethlab.net.link.IpTunnels;
import org.vethlab.net.link.Links;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.link.TunnelPorts;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.socket.Sockets;
import org.vethlab.net.tcp.TcpStack;
import org.vethlab.net.udp.UdpStack;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.VlanTag;

/** A network namespace: its own devices, addresses, routes, neighbours, sockets and sysctls. */
public final class Namespace {
    private final World world;
    private final long inode;
    private final Sysctls sysctls;
    private final Devices devices;
    private final Links links;
    private final Neighbours neighbours;
    private final Netfilter netfilter = new Netfilter(this);
    private final Ipv4 ipv4;
    private final Ipv6 ipv6;
    private final Sockets sockets;
    private final Trace trace;
    private final TreeMap<Integer, Namespace> numbered = new TreeMap<>();
    private @Nullable TcpStack tcp;
    private @Nullable UdpStack udp;
    private @Nullable TunnelPorts tunnelPorts;
    private final IpTunnels ipTunnels = new IpTunnels();
    private boolean alive = true;

    Namespace(World world, long inode) {
        this.world = world;
        this.inode = inode;
        this.trace = new Trace(this);
        this.devices = new Devices();
        this.sysctls = new Sysctls(devices, world.namespaces().isEmpty());
        this.neighbours = new Neighbours(this);
        this.ipv4 = new Ipv4(this);
        this.ipv6 = new Ipv6(this);
        this.sockets = new Sockets(this);
        this.links = new Links(this);
        links.createLoopback();
    }

    public World world() {
        return world;
    }

    /** The inode number that {@code readlink /proc/self/ns/net} shows. */
    public long inode() {
        return inode;
    }

    public boolean isAlive() {
        return alive;
    }

    public Sysctls sysctls() {
        return sysctls;
    }

    public Devices devices() {
        return devices;
    }

    public Links links() {
        return links;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Ipv4 ipv4() {
        return ipv4;
    }

    public Ipv6 ipv6() {
        return ipv6;
    }

    /** The rules that packets pass. */
    public Netfilter netfilter() {
        return netfilter;
    }

    public Sockets sockets() {
        return sockets;
    }

    /** TCP, which is there from the first socket or segment on. */
    public TcpStack tcp() {
        TcpStack stack = tcp;
        if (stack == null) {
            stack = new TcpStack(this);
            tcp = stack;
        }
        return stack;
    }

    /** UDP, which is there from the first socket on. */
    public UdpStack udp() {
        UdpStack stack = udp;
        if (stack == null) {
            stack = new UdpStack(this);
            udp = stack;
        }
        return stack;
    }

    /** The UDP ports of tunnels, from the first tunnel on. */
    public TunnelPorts tunnelPorts() {
        TunnelPorts ports = tunnelPorts;
        if (ports == null) {
            ports = new TunnelPorts(this);
            tunnelPorts = ports;
        }
        return ports;
    }

    /** The IP tunnels whose packets this namespace carries. */
    public IpTunnels ipTunnels() {
        return ipTunnels;
    }

    /** Whether one of its devices has an address. */
    public boolean has(IpAddress address) {
        return address instanceof Ipv4Address four
                ? ipv4.addresses().owner(four).isPresent()
                : address instanceof Ipv6Address six && ipv6.isOwn(six);
    }

    /** Where stations tell what they decide about packets. */
    public Trace trace() {
        return trace;
    }

    /** The number by which this namespace knows another (netnsid), if it has met it. */
    public OptionalInt idOf(Namespace other) {
        return numbered.entrySet().stream()
                .filter(known -> known.getValue() == other)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /** The number by which this namespace knows another; the next free one if it is met for the first time. */
    public int assignId(Namespace other) {
        OptionalInt known = idOf(other);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        int free = 0;
        while (numbered.containsKey(free)) {
            free++;
        }
        numbered.put(free, other);
        return free;
    }

    /** Gives another namespace a number (RTM_NEWNSID). @throws NetException EEXIST */
    public void setId(Namespace other, int id) {
        if (idOf(other).isPresent()) {
            throw new NetException(Errno.EEXIST, "Peer netns already has a nsid assigned");
        }
        if (numbered.putIfAbsent(id, other) != null) {
            throw new NetException(Errno.EEXIST, "The specified nsid is already used");
        }
    }

    /** The namespaces that this one has met, by their numbers. */
    public SortedMap<Integer, Namespace> numbered() {
        return Collections.unmodifiableSortedMap(numbered);
    }

    void forget(Namespace other) {
        numbered.values().remove(other);
    }

    /** A frame that no bridge or VLAN has taken goes to its protocol (ptype_base of netif_receive_skb). */
    public void receive(Device device, PacketType type, EthernetFrame frame) {
        Payload payload = frame.payload();
        if (payload instanceof VlanTag tag) {
            receiveUntagged(device, type, frame, tag);
        } else if (payload instanceof Ipv4Packet packet) {
            ipv4.receive(device, type, frame, packet);
        } else if (payload instanceof ArpPacket packet) {
            ipv4.receive(device, type, frame, packet);
        } else if (payload instanceof Ipv6Packet packet) {
            ipv6.receive(device, type, frame, packet);
        } else {
            device.statistics().rxDropped++;
        }
    }

    /** A tag that is no device's: VLAN 0 only carries a priority, anything else is not for this host. */
    private void receiveUntagged(Device device, PacketType type, EthernetFrame frame, VlanTag tag) {
        PacketType seen = tag.id() == 0 ? type : PacketType.OTHERHOST;
        if (tag.id() != 0 && trace.isOn() && !(device instanceof Bridge)) {
            String why = "no device on " + device + " takes VLAN " + tag.id();
            trace.step(tag.payload(), new Decision.Dropped(Fate.OTHERHOST, device.name(), why, "ip -d link"));
        }
        receive(device, seen, new EthernetFrame(frame.destination(), frame.source(), tag.payload()));
    }

    void destroy() {
        alive = false;
        links.destroyAll();
    }
}
