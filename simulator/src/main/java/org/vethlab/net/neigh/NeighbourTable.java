package org.vethlab.net.neigh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.World;
import org.vethlab.net.link.Device;
import org.vethlab.time.VirtualClock;

/** The neighbours of one family in one namespace, device by device (struct neigh_table). */
public final class NeighbourTable {
    private final World world;
    private final int family;
    private final NeighbourProtocol protocol;
    private final NeighbourQuota quota;
    private final Map<Device, Map<IpAddress, Neighbour>> entries = new LinkedHashMap<>();
    private final Map<Device, NeighbourParameters> parameters = new LinkedHashMap<>();
    private final Set<Proxy> proxies = new LinkedHashSet<>();

    NeighbourTable(World world, int family, NeighbourProtocol protocol, NeighbourQuota quota) {
        this.world = world;
        this.family = family;
        this.protocol = protocol;
        this.quota = quota;
    }

    NeighbourProtocol protocol() {
        return protocol;
    }

    VirtualClock clock() {
        return world.clock();
    }

    NeighbourParameters parameters(Device device) {
        return parameters.computeIfAbsent(device, d -> new NeighbourParameters(family, d, world));
    }

    public Optional<Neighbour> find(Device device, IpAddress address) {
        return Optional.ofNullable(entries.getOrDefault(device, Map.of()).get(address));
    }

    /**
     * The entry for an address behind a device, made if need be (neigh_create).
     *
     * @throws NetException ENOBUFS when the machine holds too many neighbours (gc_thresh3)
     */
    public Neighbour get(Device device, IpAddress address) {
        IpAddress key = protocol.key(device, address);
        Optional<Neighbour> found = find(device, key);
        if (found.isPresent()) {
            return found.get();
        }
        if (!quota.hasRoom()) {
            throw new NetException(Errno.ENOBUFS);
        }
        Neighbour created = new Neighbour(this, device, key);
        entries.computeIfAbsent(device, d -> new LinkedHashMap<>()).put(key, created);
        quota.added();
        return created;
    }

    /** All entries, device by device, in order of creation. */
    public List<Neighbour> all() {
        List<Neighbour> all = new ArrayList<>();
        entries.values().forEach(ofDevice -> all.addAll(ofDevice.values()));
        return all;
    }

    /** Forgets entries without a word to those who wait for them (neigh_flush_dev). */
    void forget(Device device, Predicate<Neighbour> which) {
        List<Neighbour> goners =
                new ArrayList<>(entries.getOrDefault(device, Map.of()).values());
        goners.removeIf(which.negate());
        goners.forEach(this::remove);
    }

    void remove(Neighbour neighbour) {
        Map<IpAddress, Neighbour> ofDevice = entries.getOrDefault(neighbour.device(), Map.of());
        if (ofDevice.get(neighbour.address()) == neighbour) {
            ofDevice.remove(neighbour.address());
            neighbour.die();
            quota.removed();
        }
    }

    /** The device leaves the namespace: nothing of it stays. */
    void forgetDevice(Device device) {
        forget(device, neighbour -> true);
        entries.remove(device);
        parameters.remove(device);
        forgetProxies(device);
    }

    /** How long an answer of a neighbour holds on a device, as it was drawn, in nanoseconds (ReachableTime). */
    public long reachableTime(Device device) {
        return parameters(device).reachable();
    }

    /** How many refer to the settings of a device: itself, and each entry. */
    public int references(Device device) {
        return 1 + entries.getOrDefault(device, Map.of()).size();
    }

    /** How long an answer on somebody's behalf waits on a device: a random part of proxy_delay, in nanoseconds. */
    public long drawProxyDelay(Device device) {
        long longest = parameters(device).proxyDelay();
        return longest == 0 ? 0 : world.random().nextLong(longest);
    }

    public boolean delaysProxyAnswers(Device device) {
        return parameters(device).proxyDelay() > 0;
    }

    /** How many questions about proxied addresses may wait at once. */
    public int proxyQueueLength(Device device) {
        return parameters(device).proxyQueueLength();
    }

    /** Whether this host answers for an address on a device ({@code ip neigh add proxy}; pneigh_lookup). */
    public boolean isProxied(Device device, IpAddress address) {
        return proxies.contains(new Proxy(address, Optional.of(device)))
                || proxies.contains(new Proxy(address, Optional.empty()));
    }

    public List<Proxy> proxies() {
        return List.copyOf(proxies);
    }

    void addProxy(Proxy proxy) {
        if (proxies.add(proxy)) {
            proxy.device().ifPresent(device -> protocol.proxies(device, proxy.address(), true));
        }
    }

    boolean removeProxy(Proxy proxy) {
        boolean known = proxies.remove(proxy);
        if (known) {
            proxy.device().ifPresent(device -> protocol.proxies(device, proxy.address(), false));
        }
        return known;
    }

    void forgetProxies(Device device) {
        proxies.removeIf(proxy -> proxy.device().equals(Optional.of(device)));
    }
}
