package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/**
 * The VLANs of a bridge port or of the bridge itself (struct net_bridge_vlan_group; net/bridge/br_vlan.c). The bridge
 * keeps each VLAN that a port is in, but takes part in those alone that it was given with {@code self}.
 */
public final class VlanMemberships {
    private static final int MOST_ID = 4094;

    private final Bridge bridge;
    private final Optional<BridgePort> port;
    private final TreeMap<Integer, VlanMembership> vlans = new TreeMap<>();
    private int pvid;

    VlanMemberships(Bridge bridge, Optional<BridgePort> port) {
        this.bridge = bridge;
        this.port = port;
    }

    /** In order of their ids, without those that the bridge keeps for its ports only. */
    public List<VlanMembership> usable() {
        return all().stream().filter(VlanMembership::isUsable).toList();
    }

    /** In order of their ids. */
    public List<VlanMembership> all() {
        return List.copyOf(vlans.values());
    }

    public Optional<VlanMembership> find(int id) {
        return Optional.ofNullable(vlans.get(id));
    }

    /** The VLAN of untagged frames; 0 if they are not let in. */
    public int pvid() {
        return pvid;
    }

    /** A VLAN in which frames may pass. */
    @Nullable VlanMembership usable(int id) {
        VlanMembership vlan = vlans.get(id);
        return vlan == null || !vlan.isUsable() ? null : vlan;
    }

    /** @throws NetException EINVAL: 0 and 4095 have a meaning of their own (IEEE 802.1Q, table 9-2) */
    public static void checkId(int id) {
        if (id < 1 || id > MOST_ID) {
            throw new NetException(Errno.EINVAL, "bridge: Vlan id is invalid");
        }
    }

    /**
     * Adds a VLAN, or gives one other flags. A VLAN that was the PVID is none any more unless {@code pvid} is said again;
     * one that loses its place as PVID to another stays, untagged as it was.
     */
    public void add(int id, boolean asPvid, boolean untagged) {
        bridge.becomeVlanAware();
        addQuietly(id, asPvid, untagged);
        bridge.tellVlans();
    }

    void addQuietly(int id, boolean asPvid, boolean untagged) {
        VlanMembership old = vlans.get(id);
        if (old == null || !old.isUsable()) {
            VlanMembership kept = port.isPresent() ? bridge.memberships().keep(id) : old;
            bridge.forwarding().addLocal(port, device().address(), id);
            vlans.put(id, new VlanMembership(id, true, untagged, statistics(kept)));
        } else {
            vlans.put(id, old.with(true, untagged));
        }
        if (asPvid) {
            pvid = id;
        } else if (pvid == id) {
            pvid = 0;
        }
    }

    private Device device() {
        return port.map(BridgePort::device).orElse(bridge);
    }

    /** Counters are the bridge's, unless each port is to have its own. */
    private VlanStatistics statistics(@Nullable VlanMembership kept) {
        if (kept == null || port.isPresent() && bridge.option(BridgeOption.VLAN_STATS_PER_PORT) != 0) {
            return new VlanStatistics();
        }
        return kept.statistics();
    }

    /** The bridge's part of a port's VLAN. */
    private VlanMembership keep(int id) {
        return vlans.computeIfAbsent(id, unused -> new VlanMembership(id, false, false, new VlanStatistics()));
    }

    /** Takes a VLAN away; one that is not there is none the less gone. */
    public void delete(int id) {
        bridge.becomeVlanAware();
        deleteQuietly(id);
        bridge.tellVlans();
    }

    void deleteQuietly(int id) {
        if (usable(id) == null) {
            return;
        }
        bridge.forwarding().removeVlan(port, id);
        pvid = pvid == id ? 0 : pvid;
        vlans.remove(id);
        if (bridge.ports().stream().anyMatch(other -> other.memberships().usable(id) != null)) {
            bridge.memberships().keep(id);
        } else if (bridge.memberships().usable(id) == null) {
            bridge.memberships().vlans.remove(id);
        }
    }

    /** The port leaves the bridge. */
    void clear() {
        all().forEach(vlan -> deleteQuietly(vlan.id()));
    }

    /** Whether the VLAN is still as it was given by default: PVID, and untagged (vlan_default_pvid). */
    boolean isDefault(int id) {
        VlanMembership vlan = usable(id);
        return pvid == id && vlan != null && vlan.isUntagged();
    }

    /** @throws NetException ENOENT, EINVAL */
    public void setState(int id, PortState state) {
        change(id).state(state);
    }

    /** @throws NetException ENOENT */
    public void setMulticastRouter(int id, int mode) {
        change(id).multicastRouter(mode);
    }

    /** @throws NetException ENOENT if there is nothing to set options of */
    public void checkOptions(int id) {
        change(id);
    }

    private VlanMembership change(int id) {
        VlanMembership vlan = usable(id);
        if (vlan == null) {
            throw new NetException(Errno.ENOENT, "bridge: Vlan range start doesn't exist, can't process options");
        }
        return vlan;
    }

    /** Sets an option of the bridge's VLAN as a whole. @throws NetException ENOENT */
    public void setOption(int id, VlanOption option, long value) {
        find(id).orElseThrow(() -> new NetException(
                        Errno.ENOENT, "bridge: Vlan in range doesn't exist, can't process global options"))
                .option(option, value);
    }

    /** Maps a VLAN to a tunnel, or ends that. */
    public void setTunnel(int id, OptionalInt tunnel) {
        find(id).orElseThrow(() -> new NetException(Errno.EINVAL)).tunnel(tunnel);
    }

    /** The ids, for those who change the table while they go through it. */
    List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        for (VlanMembership vlan : vlans.values()) {
            if (vlan.isUsable()) {
                ids.add(vlan.id());
            }
        }
        return ids;
    }
}
