package org.vethlab.net.neigh;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Device;
import org.vethlab.wire.Payload;

/** What ARP and IPv6 neighbour discovery do each in their own way (struct neigh_table, struct neigh_ops). */
public interface NeighbourProtocol {
    /** The address by which a neighbour is known: on lo and on point-to-point devices all are one. */
    IpAddress key(Device device, IpAddress address);

    /** The MAC address that needs no asking: a group's, broadcast's, loopback's. Such an entry is NOARP. */
    Optional<MacAddress> fixedMac(Device device, IpAddress address);

    /** This host begins or ceases to answer for an address on a device (pconstructor, pdestructor). */
    default void proxies(Device device, IpAddress address, boolean answers) {}

    /**
     * Asks for a neighbour's MAC address.
     *
     * @param waiting the last packet that waits for the answer
     * @param unicast the address last known, to ask the neighbour alone; empty to ask everybody
     */
    void solicit(Device device, IpAddress target, Optional<Payload> waiting, Optional<MacAddress> unicast);
}
