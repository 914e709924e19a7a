package org.vethlab.net.link;

import org.vethlab.net.udp.Datagram;

/** A device whose frames travel in UDP datagrams: hears all that come to its port. */
interface UdpTunnel {
    void receive(Datagram datagram);
}
