package org.vethlab.net.socket;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv4Address;

/** A UDP socket over IPv4. */
public interface UdpSocket extends Sockets.Handle {
    /** Takes a local port, 0 for any free one. @throws NetException EADDRINUSE, EADDRNOTAVAIL */
    void bind(Optional<Ipv4Address> address, int port);

    /** The bound port; 0 before {@link #bind}. */
    int port();

    /** Called for each datagram to the port, and each error about one of its own. */
    void onReceive(Consumer<Received> listener);

    /** Sends; the request's payload is the {@link org.vethlab.wire.UdpDatagram}. @throws NetException as sendmsg(2) */
    void send(SendRequest request);
}
