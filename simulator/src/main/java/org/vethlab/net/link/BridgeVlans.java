package org.vethlab.net.link;

import java.util.Optional;

/** What concerns the VLANs of a bridge and all its ports together (net/bridge/br_vlan.c). */
final class BridgeVlans {
    private final Bridge bridge;
    private final VlanMemberships own;
    private final VlanFilter filter;
    private boolean aware;
    private int defaultPvid = 1;

    BridgeVlans(Bridge bridge) {
        this.bridge = bridge;
        this.own = new VlanMemberships(bridge, Optional.empty());
        this.filter = new VlanFilter(bridge);
    }

    VlanMemberships own() {
        return own;
    }

    VlanFilter filter() {
        return filter;
    }

    /**
     * Whether the bridge was ever told anything about VLANs. Before that it shows nothing of them, as on a kernel that is
     * built without VLAN filtering.
     */
    boolean isAware() {
        return aware;
    }

    /** From now on local and static entries of the forwarding database are there once more for each VLAN. */
    void becomeAware() {
        if (!aware) {
            aware = true;
            bridge.forwarding().copyToVlans();
        }
    }

    /** Every port begins as a member of the default VLAN (nbp_vlan_init). */
    void join(VlanMemberships vlans) {
        if (defaultPvid != 0) {
            vlans.addQuietly(defaultPvid, true, true);
        }
    }

    /** Moves those members that are still as they were by default (__br_vlan_set_default_pvid). */
    void changeDefault(int id) {
        if (id != defaultPvid) {
            becomeAware();
            change(own, id);
            bridge.ports().forEach(port -> change(port.memberships(), id));
            defaultPvid = id;
        }
    }

    private void change(VlanMemberships vlans, int id) {
        boolean untouched = defaultPvid == 0 || vlans.isDefault(defaultPvid);
        if (!untouched || id != 0 && vlans.usable(id) != null) {
            return;
        }
        if (id != 0) {
            vlans.addQuietly(id, true, true);
        }
        if (defaultPvid != 0) {
            vlans.deleteQuietly(defaultPvid);
        }
    }
}
