package org.vethlab.net.link;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** That a bridge port, or the bridge itself, belongs to a VLAN (struct net_bridge_vlan). */
public final class VlanMembership {
    private final int id;
    private final boolean usable;
    private final boolean untagged;
    private final VlanStatistics statistics;
    private final Map<VlanOption, Long> options = new EnumMap<>(VlanOption.class);
    private PortState state = PortState.FORWARDING;
    private int multicastRouter = 1;
    private OptionalInt tunnel = OptionalInt.empty();

    VlanMembership(int id, boolean usable, boolean untagged, VlanStatistics statistics) {
        this.id = id;
        this.usable = usable;
        this.untagged = untagged;
        this.statistics = statistics;
    }

    /** The same VLAN with other flags. */
    VlanMembership with(boolean nowUsable, boolean nowUntagged) {
        VlanMembership changed = new VlanMembership(id, nowUsable, nowUntagged, statistics);
        changed.options.putAll(options);
        changed.state = state;
        changed.multicastRouter = multicastRouter;
        changed.tunnel = tunnel;
        return changed;
    }

    public int id() {
        return id;
    }

    /** False for one that the bridge keeps only because a port is in it (BRIDGE_VLAN_INFO_BRENTRY is missing). */
    public boolean isUsable() {
        return usable;
    }

    /** Whether frames leave without their tag. */
    public boolean isUntagged() {
        return untagged;
    }

    public PortState state() {
        return state;
    }

    void state(PortState newState) {
        state = newState;
    }

    public int multicastRouter() {
        return multicastRouter;
    }

    void multicastRouter(int mode) {
        multicastRouter = mode;
    }

    /** The tunnel (VNI) to which the VLAN is mapped. */
    public OptionalInt tunnel() {
        return tunnel;
    }

    void tunnel(OptionalInt newTunnel) {
        tunnel = newTunnel;
    }

    public VlanStatistics statistics() {
        return statistics;
    }

    public long option(VlanOption option) {
        return options.getOrDefault(option, option.initial());
    }

    /** Multicast settings of a VLAN want the bridge to snoop in each VLAN by itself. */
    void option(VlanOption option, long value) {
        if (option == VlanOption.MCAST_IGMP_VERSION && (value < 2 || value > 3)
                || option == VlanOption.MCAST_MLD_VERSION && (value < 1 || value > 2)) {
            throw new NetException(Errno.EINVAL);
        }
        options.put(option, value);
    }
}
