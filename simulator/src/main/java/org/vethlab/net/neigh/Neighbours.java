package org.vethlab.net.neigh;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.net.sysctl.Ipv6Conf;

/** The neighbour tables of a namespace, one for each family, and the commands on them (RTM_*NEIGH). */
public final class Neighbours implements DeviceListener {
    public static final int IPV4 = 4;
    public static final int IPV6 = 6;

    private final Namespace namespace;
    private final Map<Integer, NeighbourTable> tables = new TreeMap<>();
    private final Set<Device> silentDevices = new HashSet<>();

    public Neighbours(Namespace namespace) {
        this.namespace = namespace;
        namespace.devices().addListener(this);
    }

    /** How RTM_NEWNEIGH treats an entry that is there or is not (NLM_F_* of add, change, replace, append). */
    public enum Mode {
        /** NLM_F_CREATE | NLM_F_EXCL. */
        ADD(true, true, false),
        /** NLM_F_REPLACE. */
        CHANGE(false, false, true),
        /** NLM_F_CREATE | NLM_F_REPLACE. */
        REPLACE(true, false, true),
        /** NLM_F_CREATE | NLM_F_APPEND: another MAC address does not take the place of the known one. */
        APPEND(true, false, false);

        private final boolean creates;
        private final boolean excludes;
        private final boolean replaces;

        Mode(boolean creates, boolean excludes, boolean replaces) {
            this.creates = creates;
            this.excludes = excludes;
            this.replaces = replaces;
        }
    }

    /** Makes the table of a family, spoken for by its protocol. */
    public NeighbourTable open(int family, NeighbourProtocol protocol) {
        NeighbourTable table = new NeighbourTable(
                namespace.world(), family, protocol, namespace.world().neighbourQuota(family));
        tables.put(family, table);
        return table;
    }

    public NeighbourTable table(int family) {
        NeighbourTable table = tables.get(family);
        if (table == null) {
            throw new IllegalArgumentException("no neighbours of family " + family);
        }
        return table;
    }

    private NeighbourTable table(IpAddress address) {
        return table(address instanceof Ipv4Address ? IPV4 : IPV6);
    }

    /** All entries of a family (4 or 6), device by device, in order of creation. */
    public List<Neighbour> list(int family) {
        return table(family).all();
    }

    public Optional<Neighbour> find(Device device, IpAddress address) {
        return table(address).find(device, address);
    }

    /** What the user says of a neighbour (neigh_add). @throws NetException EEXIST, ENOENT, EINVAL */
    public void set(Mode mode, NeighbourRequest request) {
        EnumSet<UpdateFlag> flags = EnumSet.of(UpdateFlag.ADMIN, UpdateFlag.OVERRIDE);
        boolean exists = find(request.device(), request.address()).isPresent();
        if (!exists && !mode.creates) {
            throw new NetException(Errno.ENOENT);
        }
        if (exists && mode.excludes) {
            throw new NetException(Errno.EEXIST);
        }
        if (exists && !mode.replaces) {
            flags.remove(UpdateFlag.OVERRIDE);
        }
        Neighbour neighbour = table(request.address()).get(request.device(), request.address());
        if (request.protocol() != 0) {
            neighbour.setProtocol(request.protocol());
        }
        if (request.isResolved()) {
            neighbour.resolve();
        } else {
            neighbour.update(request.mac(), request.state(), flags);
        }
        neighbour.setFlags(request.flags());
    }

    /**
     * Deletes an entry; those who wait for it hear that there is no way (neigh_delete).
     *
     * @throws NetException ENOENT
     */
    public void delete(Device device, IpAddress address) {
        Neighbour neighbour = find(device, address).orElseThrow(() -> new NetException(Errno.ENOENT));
        neighbour.update(Optional.empty(), NudState.FAILED, EnumSet.of(UpdateFlag.ADMIN, UpdateFlag.OVERRIDE));
        table(address).remove(neighbour);
    }

    /** Proxy entries of a family ({@code ip neigh add proxy}). */
    public List<Proxy> proxies(int family) {
        return table(family).proxies();
    }

    public boolean hasProxy(Proxy proxy) {
        return table(proxy.address()).proxies().contains(proxy);
    }

    public void addProxy(Proxy proxy) {
        table(proxy.address()).addProxy(proxy);
    }

    /** @throws NetException ENOENT */
    public void deleteProxy(Proxy proxy) {
        if (!table(proxy.address()).removeProxy(proxy)) {
            throw new NetException(Errno.ENOENT);
        }
    }

    /** The device has lost its last address of a family: its neighbours go, permanent ones too (neigh_ifdown). */
    public void forget(int family, Device device) {
        table(family).forget(device, neighbour -> true);
        table(family).forgetProxies(device);
    }

    @Override
    public void down(Device device) {
        tables.keySet().forEach(family -> forget(family, device));
    }

    @Override
    public void addressChanged(Device device) {
        tables.values().forEach(table -> table.forget(device, neighbour -> true));
    }

    /** With IFF_NOARP turned on or off all is to be found out anew (arp_netdev_event). */
    private void askingChanged(Device device) {
        boolean silent = device.has(DeviceFlag.NOARP);
        if (silent ? silentDevices.add(device) : silentDevices.remove(device)) {
            addressChanged(device);
        }
    }

    /** Without carrier all goes but what the user made PERMANENT, unless a sysctl of the family forbids it. */
    @Override
    public void changed(Device device) {
        askingChanged(device);
        if (!device.isUp() || device.hasCarrier()) {
            return;
        }
        if (namespace.sysctls().isOn(device, Ipv4Conf.ARP_EVICT_NOCARRIER)) {
            table(IPV4).forget(device, neighbour -> neighbour.state() != NudState.PERMANENT);
        }
        if (namespace.sysctls().ipv6(device, Ipv6Conf.NDISC_EVICT_NOCARRIER) != 0) {
            table(IPV6).forget(device, neighbour -> neighbour.state() != NudState.PERMANENT);
        }
    }

    @Override
    public void unregistered(Device device) {
        silentDevices.remove(device);
        tables.values().forEach(table -> table.forgetDevice(device));
    }
}
