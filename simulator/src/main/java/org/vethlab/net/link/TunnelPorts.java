package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.udp.Datagram;
import org.vethlab.net.udp.UdpEndpoint;

/** The UDP ports on which the tunnels of a namespace listen: devices with the same port share a socket (vxlan_sock). */
public final class TunnelPorts {
    private final Namespace namespace;
    private final Map<Integer, Listener> listeners = new TreeMap<>();

    public TunnelPorts(Namespace namespace) {
        this.namespace = namespace;
    }

    private static final class Listener {
        private final UdpEndpoint socket;
        private final List<UdpTunnel> tunnels = new ArrayList<>();

        private Listener(UdpEndpoint socket) {
            this.socket = socket;
            socket.encapsulate(this::receive);
        }

        private void receive(Datagram datagram) {
            List.copyOf(tunnels).forEach(tunnel -> tunnel.receive(datagram));
        }
    }

    /** @throws org.vethlab.net.NetException EADDRINUSE if a program has the port */
    void open(int port, UdpTunnel tunnel) {
        Listener listener = listeners.get(port);
        if (listener == null) {
            UdpEndpoint socket = namespace.udp().open(false);
            socket.bind(new Endpoint(Ipv4Address.ANY, port));
            listener = new Listener(socket);
            listeners.put(port, listener);
        }
        listener.tunnels.add(tunnel);
    }

    void close(int port, UdpTunnel tunnel) {
        Listener listener = listeners.get(port);
        if (listener != null && listener.tunnels.remove(tunnel) && listener.tunnels.isEmpty()) {
            listener.socket.close();
            listeners.remove(port);
        }
    }
}
