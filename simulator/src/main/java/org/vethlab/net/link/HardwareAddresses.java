package org.vethlab.net.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The addresses besides its own whose frames a device takes (net/core/dev_addr_lists.c). */
public final class HardwareAddresses {
    private final Map<MacAddress, Integer> unicast = new LinkedHashMap<>();
    private final Map<MacAddress, Integer> groups = new LinkedHashMap<>();

    /** Added by hand: {@code bridge fdb add … self}. */
    public List<MacAddress> unicast() {
        return List.copyOf(unicast.keySet());
    }

    /** The multicast addresses, in the order in which they were joined. */
    public List<MacAddress> groups() {
        return List.copyOf(groups.keySet());
    }

    /** How many have joined a group. */
    public int users(MacAddress group) {
        return groups.getOrDefault(group, 0);
    }

    boolean has(MacAddress group) {
        return groups.containsKey(group);
    }

    /** @return whether nobody had joined it before */
    boolean join(MacAddress group) {
        return groups.merge(group, 1, Integer::sum) == 1;
    }

    /** @return whether nobody is left who had joined it */
    boolean leave(MacAddress group) {
        boolean there = groups.containsKey(group);
        groups.computeIfPresent(group, (unused, count) -> count > 1 ? count - 1 : null);
        return there && !groups.containsKey(group);
    }

    /** A device above needs an address (dev_uc_add). */
    void addUnicast(MacAddress address) {
        unicast.merge(address, 1, Integer::sum);
    }

    void removeUnicast(MacAddress address) {
        unicast.computeIfPresent(address, (unused, count) -> count > 1 ? count - 1 : null);
    }

    /** Adds an address by hand (dev_uc_add_excl, dev_mc_add_excl). @throws NetException EEXIST */
    void add(MacAddress address) {
        if ((address.isGroup() ? groups : unicast).putIfAbsent(address, 1) != null) {
            throw new NetException(Errno.EEXIST);
        }
    }

    /** @throws NetException ENOENT */
    void remove(MacAddress address) {
        if ((address.isGroup() ? groups : unicast).remove(address) == null) {
            throw new NetException(Errno.ENOENT);
        }
    }
}
