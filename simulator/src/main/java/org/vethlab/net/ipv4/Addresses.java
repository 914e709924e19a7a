package org.vethlab.net.ipv4;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** The IPv4 addresses of a namespace's devices (net/ipv4/devinet.c). */
public final class Addresses {
    private final Namespace namespace;

    public Addresses(Namespace namespace) {
        this.namespace = namespace;
    }

    /** The addresses of a device in the order of {@code ip addr}. */
    public List<InterfaceAddress> of(Device device) {
        throw new UnsupportedOperationException("not yet " + namespace.inode() + device);
    }

    /** Adds an address; {@code secondary} is found out here. @throws NetException EEXIST, EINVAL, … */
    public void add(InterfaceAddress address) {
        throw new UnsupportedOperationException("not yet " + address);
    }

    /** Changes lifetimes, metric and flags of an address that is there, or adds it ({@code ip addr replace}). */
    public void replace(InterfaceAddress address) {
        throw new UnsupportedOperationException("not yet " + address);
    }

    /**
     * Deletes an address (and, of a primary, its secondaries, unless promote_secondaries is set).
     *
     * @throws NetException EADDRNOTAVAIL
     */
    public void delete(Device device, Ipv4Address local, Optional<Integer> prefixLength) {
        throw new UnsupportedOperationException("not yet " + device + local + prefixLength);
    }

    /** The device that holds an address (the first one, if several do). */
    public Optional<Device> owner(Ipv4Address address) {
        throw new UnsupportedOperationException("not yet " + address);
    }
}
