package org.vethlab.net.neigh;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Device;

/** One entry of a neighbour table (struct neighbour): an address behind a device. */
public final class Neighbour {
    private final Device device;
    private final IpAddress address;
    private NudState state = NudState.NONE;
    private Optional<MacAddress> mac = Optional.empty();

    Neighbour(Device device, IpAddress address) {
        this.device = device;
        this.address = address;
    }

    public Device device() {
        return device;
    }

    public IpAddress address() {
        return address;
    }

    public NudState state() {
        return state;
    }

    /** The link-layer address, once one was learnt; a FAILED entry has none. */
    public Optional<MacAddress> mac() {
        return mac;
    }

    void set(NudState newState, Optional<MacAddress> newMac) {
        state = newState;
        mac = newMac;
    }

    /** Probes sent since the state was entered ({@code ip -s neigh}: probes). */
    public int probes() {
        return 0;
    }

    /** Clock times, in nanoseconds, of {@code ip -s neigh}: used, confirmed, updated. */
    public long usedAt() {
        return 0;
    }

    public long confirmedAt() {
        return 0;
    }

    public long updatedAt() {
        return 0;
    }

    /** NTF_ROUTER: the neighbour said that it is a router (IPv6). */
    public boolean isRouter() {
        return false;
    }
}
