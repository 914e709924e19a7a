package org.vethlab.net.link;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;

/**
 * Where a VXLAN device sends the frames for a station (struct vxlan_rdst).
 *
 * @param port the device's own if empty
 * @param vni the device's own if empty
 * @param via the device that the packets leave by
 */
public record VxlanRemote(Ipv4Address address, OptionalInt port, OptionalInt vni, Optional<Device> via) {
    static VxlanRemote learnt(Ipv4Address address) {
        return new VxlanRemote(address, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }
}
