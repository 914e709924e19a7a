package org.vethlab.net.udp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.ErrorReport;
import org.vethlab.net.socket.InternetLayer;
import org.vethlab.net.socket.Outgoing;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.UdpDatagram;

/** UDP of a namespace: its sockets, and which of them gets a datagram (net/ipv4/udp.c). */
public final class UdpStack {
    private final Namespace namespace;
    private final List<UdpEndpoint> sockets = new ArrayList<>();

    public UdpStack(Namespace namespace) {
        this.namespace = namespace;
    }

    /** socket(2). */
    public UdpEndpoint open(boolean ipv6) {
        return new UdpEndpoint(this, ipv6);
    }

    /** The bound sockets, the oldest first. */
    public List<UdpEndpoint> sockets() {
        return List.copyOf(sockets);
    }

    /** A datagram has arrived. @return whether a socket takes it; to a group all get a copy */
    public boolean receive(TransportPacket arrival) {
        if (!(arrival.payload() instanceof UdpDatagram datagram)) {
            return false;
        }
        return arrival.toGroup() ? toAll(arrival, datagram) : toBest(arrival, datagram);
    }

    private boolean toAll(TransportPacket arrival, UdpDatagram datagram) {
        boolean any = false;
        for (UdpEndpoint socket : sockets()) {
            if (socket.score(arrival, datagram) >= 0) {
                socket.deliver(Datagram.of(arrival, datagram));
                any = true;
            }
        }
        return any;
    }

    private boolean toBest(TransportPacket arrival, UdpDatagram datagram) {
        @Nullable UdpEndpoint best = null;
        int most = -1;
        for (UdpEndpoint socket : sockets) {
            int score = socket.score(arrival, datagram);
            if (score > most) {
                best = socket;
                most = score;
            }
        }
        if (best != null) {
            best.deliver(Datagram.of(arrival, datagram));
        }
        return best != null;
    }

    /** An ICMP error has come. @return whether a socket sent what it quotes */
    public boolean report(ErrorReport report) {
        ByteReader in = new ByteReader(report.transport());
        Endpoint from = new Endpoint(report.source(), in.u16());
        Endpoint to = new Endpoint(report.destination(), in.u16());
        boolean any = false;
        for (UdpEndpoint socket : sockets()) {
            if (socket.sent(from, to)) {
                any = true;
                if (report.fatal() && !report.redirect()) {
                    socket.report(report.error());
                }
            }
        }
        return any;
    }

    // what sockets need

    void send(Outgoing request) {
        namespace.ipv4().counters().count(Counter.UdpOutDatagrams);
        layerOf(new Endpoint(request.destination(), 0)).send(request).ifPresent(error -> {
            throw new NetException(error);
        });
    }

    boolean conflicts(UdpEndpoint socket, Endpoint wanted) {
        boolean legacy = wanted.address() instanceof Ipv4Address address
                && namespace.sockets().isTaken(wanted.port(), address);
        return legacy || sockets.stream().anyMatch(other -> other != socket && socket.conflictsWith(other, wanted));
    }

    /** For bind(2) to port 0, and for those that send without having bound (udp_lib_get_port). */
    int freePort(Endpoint own) {
        String[] range = namespace
                .sysctls()
                .setting("net/ipv4/ip_local_port_range")
                .read()
                .split("\t");
        int low = Integer.parseInt(range[0]);
        int count = Integer.parseInt(range[1]) - low + 1;
        int start = namespace.world().random().nextInt(count);
        for (int i = 0; i < count; i++) {
            int port = low + (start + i) % count;
            if (sockets.stream().noneMatch(other -> other.local().meets(own.withPort(port)))) {
                return port;
            }
        }
        throw new NetException(Errno.EADDRINUSE);
    }

    void bound(UdpEndpoint socket) {
        if (!sockets.contains(socket)) {
            sockets.add(socket);
        }
    }

    void unbound(UdpEndpoint socket) {
        sockets.remove(socket);
    }

    InternetLayer layerOf(Endpoint end) {
        return namespace.sockets().layer(end.address() instanceof Ipv6Address);
    }

    /** net.ipv4.udp_l3mdev_accept. */
    boolean acceptsDomains() {
        return namespace.sysctls().setting("net/ipv4/udp_l3mdev_accept").value() != 0;
    }

    long nextInode() {
        return namespace.world().nextSocketInode();
    }
}
