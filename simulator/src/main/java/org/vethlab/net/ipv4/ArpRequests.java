package org.vethlab.net.ipv4;

import java.util.EnumSet;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourTable;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;
import org.vethlab.net.neigh.UpdateFlag;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;

/** The old way to ARP entries (SIOCSARP, SIOCDARP; arp_ioctl of net/ipv4/arp.c), which net-tools still goes. */
public final class ArpRequests {
    private final Namespace namespace;

    ArpRequests(Namespace namespace) {
        this.namespace = namespace;
    }

    /**
     * Makes or changes an entry, PERMANENT or STALE.
     *
     * @param deviceName the device; the one of the route to the address if there is none
     * @throws NetException ENODEV, ENETUNREACH, EINVAL for an address of this host
     */
    public void set(Ipv4Address address, MacAddress mac, boolean permanent, Optional<String> deviceName) {
        Device device = deviceName.map(this::device).orElseGet(() -> deviceTowards(address));
        if (device.has(DeviceFlag.LOOPBACK)) {
            throw new NetException(Errno.EINVAL);
        }
        table().get(device, address)
                .update(
                        Optional.of(mac),
                        permanent ? NudState.PERMANENT : NudState.STALE,
                        EnumSet.of(UpdateFlag.ADMIN, UpdateFlag.OVERRIDE));
    }

    /** Answers for an address on a device: the named one, or the one with that MAC address. @throws NetException ENODEV */
    public void publish(Ipv4Address address, MacAddress mac, Optional<String> deviceName) {
        Device device = deviceName
                .map(this::device)
                .or(() -> namespace.devices().all().stream()
                        .filter(each -> each.address().equals(mac))
                        .findFirst())
                .orElseThrow(() -> new NetException(Errno.ENODEV));
        namespace.neighbours().addProxy(new Proxy(address, Optional.of(device)));
    }

    /** @throws NetException ENXIO if there is no such entry, ENODEV, ENETUNREACH */
    public void delete(Ipv4Address address, Optional<String> deviceName) {
        Device device = deviceName.map(this::device).orElseGet(() -> deviceTowards(address));
        Neighbour neighbour = table().find(device, address).orElseThrow(() -> new NetException(Errno.ENXIO));
        namespace.neighbours().delete(device, neighbour.address());
    }

    /** Answers for an address no more. @throws NetException ENOENT, ENODEV */
    public void withdraw(Ipv4Address address, Optional<String> deviceName) {
        namespace.neighbours().deleteProxy(new Proxy(address, deviceName.map(this::device)));
    }

    private NeighbourTable table() {
        return namespace.neighbours().table(Neighbours.IPV4);
    }

    private Device device(String name) {
        return namespace.devices().byName(name).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    /** Where the address is a neighbour: what lies behind a gateway is none (RTO_ONLINK). */
    private Device deviceTowards(Ipv4Address address) {
        RouteResult route = namespace.ipv4().routing().lookupOnLink(FlowKey.to(address));
        route.error().ifPresent(error -> {
            throw new NetException(error);
        });
        return route.device().orElseThrow(() -> new NetException(Errno.ENETUNREACH));
    }
}
