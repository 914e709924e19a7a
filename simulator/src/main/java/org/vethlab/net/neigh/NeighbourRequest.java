package org.vethlab.net.neigh;

import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Device;

/**
 * What RTM_NEWNEIGH says of a neighbour.
 *
 * @param use it is to be resolved now; MAC address and state are not looked at (NTF_USE)
 * @param protocol who says so (NDA_PROTOCOL), 0 for nobody
 */
public record NeighbourRequest(
        Device device,
        IpAddress address,
        Optional<MacAddress> mac,
        NudState state,
        Set<NeighbourFlag> flags,
        boolean use,
        int protocol) {
    public NeighbourRequest {
        flags = Set.copyOf(flags);
    }

    public static NeighbourRequest of(Device device, IpAddress address, Optional<MacAddress> mac, NudState state) {
        return new NeighbourRequest(device, address, mac, state, Set.of(), false, 0);
    }

    /** The kernel finds the MAC address itself. */
    boolean isResolved() {
        return use || flags.contains(NeighbourFlag.MANAGED);
    }
}
