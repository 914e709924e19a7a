package org.vethlab.net.udp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Arrival;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.InternetLayer;
import org.vethlab.net.socket.Outgoing;
import org.vethlab.net.socket.Sockets;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.wire.UdpDatagram;

/** A UDP socket of either family (udp(7)); nothing here blocks: programs wait by {@link #onChange}. */
public final class UdpEndpoint implements Sockets.Handle {
    /** net.core.rmem_default, of which each datagram takes its bytes and what they cost. */
    private static final int RECEIVE_BUFFER = 212_992;

    private static final int OVERHEAD = 768;

    private final UdpStack stack;
    private final boolean ipv6;
    private final long inode;
    private final Deque<Datagram> queue = new ArrayDeque<>();
    private Endpoint local;
    private @Nullable Endpoint remote;
    private Optional<Device> device = Optional.empty();
    private @Nullable Errno error;
    private @Nullable Consumer<Datagram> encapsulation;
    private Runnable changed = () -> {};
    private boolean reuseAddress;
    private boolean reusePort;
    private boolean onlyIpv6;
    private boolean broadcast;
    private int hopLimit;
    private int trafficClass;
    private int mark;
    private int filled;
    private int drops;

    UdpEndpoint(UdpStack stack, boolean ipv6) {
        this.stack = stack;
        this.ipv6 = ipv6;
        this.inode = stack.nextInode();
        this.local = new Endpoint(ipv6 ? Ipv6Address.ANY : Ipv4Address.ANY, 0);
    }

    // options

    /** SO_REUSEADDR, SO_REUSEPORT. */
    public void reuse(boolean address, boolean port) {
        reuseAddress = address;
        reusePort = port;
    }

    /** IPV6_V6ONLY. */
    public void onlyIpv6(boolean on) {
        onlyIpv6 = on;
    }

    /** SO_BROADCAST. */
    public void broadcast(boolean on) {
        broadcast = on;
    }

    /** SO_BINDTODEVICE. */
    public void bindToDevice(Device only) {
        device = Optional.of(only);
    }

    /** IP_TTL, IPV6_UNICAST_HOPS. */
    public void hopLimit(int limit) {
        hopLimit = limit;
    }

    /** IP_TOS, IPV6_TCLASS. */
    public void trafficClass(int value) {
        trafficClass = value;
    }

    /** SO_MARK. */
    public void mark(int value) {
        mark = value;
    }

    /** Called whenever a datagram or an error has come. */
    public void onChange(Runnable action) {
        changed = action;
    }

    /** A socket of the kernel's own, for a tunnel: what comes goes there at once. */
    public void encapsulate(Consumer<Datagram> tunnel) {
        encapsulation = tunnel;
    }

    // opening

    /** bind(2). @throws NetException EADDRNOTAVAIL, EADDRINUSE, EINVAL */
    public void bind(Endpoint own) {
        if (local.port() != 0) {
            throw new NetException(Errno.EINVAL);
        }
        InternetLayer layer = stack.layerOf(own);
        if (!own.address().isUnspecified() && !layer.isBindable(own.address())) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        Endpoint wanted = own.port() == 0 ? own.withPort(stack.freePort(own)) : own;
        if (stack.conflicts(this, wanted)) {
            throw new NetException(Errno.EADDRINUSE);
        }
        local = wanted;
        onlyIpv6 |= own.address() instanceof Ipv6Address && !own.address().isUnspecified();
        stack.bound(this);
    }

    /** connect(2): only that end is heard, and its errors are told. @throws NetException ENETUNREACH, EACCES, … */
    public void connect(Endpoint far) {
        Endpoint to = far.address().isUnspecified() ? new Endpoint(loopback(), far.port()) : far;
        IpAddress source = stack.layerOf(to).path(outgoing(to, new byte[0])).source();
        if (local.port() == 0) {
            bind(new Endpoint(source, 0));
        } else if (local.address().isUnspecified()) {
            local = new Endpoint(source, local.port());
        }
        remote = to;
        stack.bound(this);
    }

    private IpAddress loopback() {
        return ipv6 ? Ipv6Address.LOOPBACK : Ipv4Address.LOOPBACK;
    }

    @Override
    public void close() {
        changed = () -> {};
        stack.unbound(this);
    }

    // data

    /** Sends to the connected end. @throws NetException ECONNREFUSED, EDESTADDRREQ, … */
    public void send(byte[] data) {
        Endpoint to = remote;
        if (to == null) {
            throw new NetException(Errno.ENOTCONN);
        }
        sendTo(to, data);
    }

    /** sendto(2). An error that has come meanwhile is told first. @throws NetException as sendmsg(2) would say */
    public void sendTo(Endpoint to, byte[] data) {
        takeError().ifPresent(told -> {
            throw new NetException(told);
        });
        if (local.port() == 0) {
            bind(local);
        }
        stack.send(outgoing(to, data));
    }

    private Outgoing outgoing(Endpoint to, byte[] data) {
        return new Outgoing(
                to.address(),
                Optional.of(local.address())
                        .filter(own -> !own.isUnspecified()
                                && own.length() == to.address().length()),
                device,
                hopLimit,
                trafficClass,
                mark,
                broadcast,
                new UdpDatagram(local.port(), to.port(), data));
    }

    /** recvmsg(2); empty if nothing waits. @throws NetException the error that has come */
    public Optional<Datagram> receive() {
        takeError().ifPresent(told -> {
            throw new NetException(told);
        });
        Datagram first = queue.poll();
        if (first == null) {
            return Optional.empty();
        }
        filled -= first.data().length + OVERHEAD;
        return Optional.of(first);
    }

    /** The first datagram, which stays there (MSG_PEEK). */
    public Optional<Datagram> peek() {
        return Optional.ofNullable(queue.peek());
    }

    /** Reading would not block. */
    public boolean isReadable() {
        return !queue.isEmpty() || error != null;
    }

    public boolean hasError() {
        return error != null;
    }

    /** SO_ERROR. */
    public Optional<Errno> takeError() {
        Optional<Errno> taken = Optional.ofNullable(error);
        error = null;
        return taken;
    }

    // what comes

    void deliver(Datagram datagram) {
        Consumer<Datagram> tunnel = encapsulation;
        if (tunnel != null) {
            tunnel.accept(datagram);
            return;
        }
        int cost = datagram.data().length + OVERHEAD;
        if (filled + cost > RECEIVE_BUFFER) {
            drops++;
            return;
        }
        queue.add(datagram);
        filled += cost;
        changed.run();
    }

    /** Only a connected socket hears of errors, unless it has asked for all (IP_RECVERR). */
    void report(Errno told) {
        if (remote != null) {
            error = told;
            changed.run();
        }
    }

    /** How well a datagram fits; negative if it is for others (compute_score of net/ipv4/udp.c). */
    int score(TransportPacket arrival, UdpDatagram datagram) {
        if (local.port() != datagram.destinationPort() || !hears(arrival)) {
            return -1;
        }
        Endpoint far = remote;
        if (far != null
                && (far.port() != datagram.sourcePort() || !far.address().equals(arrival.source()))) {
            return -1;
        }
        return (far != null ? 8 : 0)
                + (local.address().isUnspecified() ? 0 : 4)
                + (device.isPresent() ? 2 : 0)
                + (ipv6 ? 0 : 1);
    }

    private boolean hears(TransportPacket arrival) {
        if (!Arrival.isFor(device, arrival.device(), stack.acceptsDomains())) {
            return false;
        }
        boolean arrivedByIpv4 = arrival.destination() instanceof Ipv4Address;
        if (local.address() instanceof Ipv6Address == arrivedByIpv4) {
            return arrivedByIpv4 && local.address().isUnspecified() && !onlyIpv6;
        }
        return local.address().isUnspecified() || local.address().equals(arrival.destination());
    }

    boolean sent(Endpoint from, Endpoint to) {
        Endpoint far = remote;
        boolean own = local.port() == from.port()
                && (local.address().isUnspecified() || local.address().equals(from.address()));
        return own && (far == null || far.equals(to));
    }

    boolean conflictsWith(UdpEndpoint other, Endpoint wanted) {
        boolean devices = device.isEmpty() || other.device.isEmpty() || device.equals(other.device);
        boolean shared = reuseAddress && other.reuseAddress || reusePort && other.reusePort;
        return devices && !shared && overlaps(other, wanted);
    }

    private boolean overlaps(UdpEndpoint other, Endpoint wanted) {
        boolean wantedIpv6 = wanted.address() instanceof Ipv6Address;
        boolean otherIpv6 = other.local.address() instanceof Ipv6Address;
        if (wantedIpv6 == otherIpv6) {
            return wanted.meets(other.local);
        }
        boolean wide = wantedIpv6
                ? wanted.address().isUnspecified() && !onlyIpv6
                : other.local.address().isUnspecified() && !other.onlyIpv6;
        return wide && wanted.port() == other.local.port();
    }

    // names

    public boolean isIpv6() {
        return ipv6;
    }

    public boolean isOnlyIpv6() {
        return onlyIpv6;
    }

    public boolean isConnected() {
        return remote != null;
    }

    /** getsockname(2). */
    public Endpoint local() {
        return local;
    }

    /** getpeername(2). */
    public Optional<Endpoint> remote() {
        return Optional.ofNullable(remote);
    }

    public Optional<Device> device() {
        return device;
    }

    public long inode() {
        return inode;
    }

    /** The memory that waiting datagrams take: what ss calls Recv-Q. */
    public int filled() {
        return filled;
    }

    public int drops() {
        return drops;
    }
}
