package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;
import org.vethlab.wire.IpPayload;

/**
 * A packet of either family that has arrived for a transport protocol.
 *
 * @param device by which it came, for sockets that are bound to one
 * @param toGroup its destination is a broadcast or a multicast address
 */
public record TransportPacket(
        IpAddress source,
        IpAddress destination,
        int hopLimit,
        int trafficClass,
        boolean toGroup,
        Device device,
        IpPayload payload) {
    /** An answer along the way that it came: addresses exchanged, no device fixed. */
    public Outgoing answer(IpPayload answer) {
        return new Outgoing(source, Optional.of(destination), Optional.empty(), 0, 0, 0, false, answer);
    }
}
