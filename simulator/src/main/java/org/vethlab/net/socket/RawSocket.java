package org.vethlab.net.socket;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/** A raw IPv4 socket: gets a copy of each packet of its protocol that is delivered here, and the errors about its own. */
public interface RawSocket extends Sockets.Handle {
    /** Only packets that come in by this device (SO_BINDTODEVICE). */
    void bindToDevice(Device device);

    /** Only packets to this address, and it is the source of what is sent. @throws NetException EADDRNOTAVAIL */
    void bind(Ipv4Address address);

    /** Called for each packet and error, at the time it arrives. */
    void onReceive(Consumer<Received> listener);

    /** @throws NetException ENETUNREACH, EHOSTUNREACH, EACCES, EMSGSIZE, ENOBUFS, EINVAL as sendmsg(2) would say */
    void send(SendRequest request);

    /** What was sent before has arrived: the next hop lives (MSG_CONFIRM). */
    void confirm(SendRequest request);

    /** The device that the socket is bound to. */
    Optional<Device> device();
}
