package org.vethlab.net.neigh;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** The neighbour tables of a namespace, one for each device and family, and the commands on them (RTM_*NEIGH). */
public final class Neighbours {
    private final Namespace namespace;

    public Neighbours(Namespace namespace) {
        this.namespace = namespace;
    }

    /** How RTM_NEWNEIGH treats an entry that is there or is not (NLM_F_* of add, change, replace, append). */
    public enum Mode {
        /** NLM_F_CREATE | NLM_F_EXCL. */
        ADD,
        /** NLM_F_REPLACE. */
        CHANGE,
        /** NLM_F_CREATE | NLM_F_REPLACE. */
        REPLACE,
        /** NLM_F_CREATE | NLM_F_APPEND. */
        APPEND
    }

    /** All entries of a family (4 or 6), device by device, in order of creation. */
    public List<Neighbour> list(int family) {
        throw new UnsupportedOperationException("not yet " + namespace.inode() + family);
    }

    public Optional<Neighbour> find(Device device, IpAddress address) {
        throw new UnsupportedOperationException("not yet " + device + address);
    }

    /** @throws NetException EEXIST, ENOENT, EINVAL as neigh_add says them */
    public void set(Mode mode, Device device, IpAddress address, Optional<MacAddress> mac, NudState state) {
        throw new UnsupportedOperationException("not yet " + mode + device + address + mac + state);
    }

    /** @throws NetException ENOENT */
    public void delete(Device device, IpAddress address) {
        throw new UnsupportedOperationException("not yet " + device + address);
    }

    /** Proxy entries ({@code ip neigh add proxy}). */
    public List<Proxy> proxies() {
        throw new UnsupportedOperationException("not yet");
    }

    public void addProxy(Device device, IpAddress address) {
        throw new UnsupportedOperationException("not yet " + device + address);
    }

    /** @throws NetException ENOENT */
    public void deleteProxy(Device device, IpAddress address) {
        throw new UnsupportedOperationException("not yet " + device + address);
    }

    /** An address for which this host answers on a device. */
    public record Proxy(Device device, IpAddress address) {}
}
