package org.vethlab.net.socket;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/** A UDP socket over IPv4. */
public interface UdpSocket extends Sockets.Handle {
    /** Takes a local port, 0 for any free one. @throws NetException EADDRINUSE, EADDRNOTAVAIL */
    void bind(Optional<Ipv4Address> address, int port);

    /** Only datagrams that come in by this device, and it is the one to send by (SO_BINDTODEVICE). */
    void bindToDevice(Device device);

    /**
     * Fixes the far end of what is received, and finds the source address (connect(2)). {@code request} carries the
     * socket options that matter to routing; its payload's destination port is the far port.
     *
     * @throws NetException ENETUNREACH, EACCES, EINVAL as connect(2) would say
     */
    void connect(SendRequest request);

    /** The local address: bound, or found by {@link #connect} (getsockname(2)); 0.0.0.0 otherwise. */
    Ipv4Address localAddress();

    /** The bound port; 0 before {@link #bind}. */
    int port();

    /** Called for each datagram to the port, and each error about one of its own. */
    void onReceive(Consumer<Received> listener);

    /** Sends; the request's payload is the {@link org.vethlab.wire.UdpDatagram}. @throws NetException as sendmsg(2) */
    void send(SendRequest request);
}
