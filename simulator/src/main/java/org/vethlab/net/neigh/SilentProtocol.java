package org.vethlab.net.neigh;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.wire.Payload;

/** A table of IPv6 neighbours that holds what is told and asks nobody: the place of neighbour discovery. */
final class SilentProtocol implements NeighbourProtocol {
    @Override
    public IpAddress key(Device device, IpAddress address) {
        return address;
    }

    @Override
    public Optional<MacAddress> fixedMac(Device device, IpAddress address) {
        if (address.isMulticast() && address instanceof Ipv6Address group) {
            return Optional.of(new MacAddress(0x3333_0000_0000L | group.low() & 0xffff_ffffL));
        }
        return device.has(DeviceFlag.LOOPBACK) ? Optional.of(device.address()) : Optional.empty();
    }

    @Override
    public void solicit(Device device, IpAddress target, Optional<Payload> waiting, Optional<MacAddress> unicast) {}
}
