package org.vethlab.net.udp;

import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.socket.TransportPacket;
import org.vethlab.wire.UdpDatagram;

/** What recvmsg(2) gives: bytes, whose they are, and to which of the host's addresses they came. */
public record Datagram(Endpoint from, Endpoint to, byte[] data, TransportPacket arrival) {
    static Datagram of(TransportPacket arrival, UdpDatagram datagram) {
        return new Datagram(
                new Endpoint(arrival.source(), datagram.sourcePort()),
                new Endpoint(arrival.destination(), datagram.destinationPort()),
                datagram.data(),
                arrival);
    }
}
