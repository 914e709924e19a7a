package org.vethlab.net.link;

import org.jspecify.annotations.Nullable;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/**
 * Which frames pass a bridge that filters by VLAN (__allowed_ingress, br_handle_vlan). Inside such a bridge every frame
 * has a tag of the bridge's protocol; a tag of the other protocol is payload.
 */
final class VlanFilter {
    private final Bridge bridge;

    VlanFilter(Bridge bridge) {
        this.bridge = bridge;
    }

    boolean isOn() {
        return bridge.filtersVlans();
    }

    /** The VLAN of a frame inside the bridge; 0 without filtering, whatever the frame carries. */
    int idOf(EthernetFrame frame) {
        return isOn() && frame.payload() instanceof VlanTag tag ? tag.id() : 0;
    }

    /**
     * Lets a frame in, with its tag: that which it had, or that of the PVID for one without a tag or with VLAN 0.
     *
     * @return null if it may not come in
     */
    @Nullable EthernetFrame admit(VlanMemberships at, EthernetFrame frame) {
        if (!isOn()) {
            return frame;
        }
        EthernetFrame tagged = tag(at, frame);
        if (tagged == null) {
            return null;
        }
        VlanMembership vlan = at.usable(idOf(tagged));
        if (vlan == null || vlan.state() == PortState.BLOCKING || vlan.state() == PortState.DISABLED) {
            return null;
        }
        if (bridge.option(BridgeOption.VLAN_STATS_ENABLED) != 0) {
            vlan.statistics().rxPackets++;
            vlan.statistics().rxBytes += Statistics.length(tagged) - EthernetFrame.HEADER_LENGTH;
        }
        return tagged;
    }

    private @Nullable EthernetFrame tag(VlanMemberships at, EthernetFrame frame) {
        VlanTag own = frame.payload() instanceof VlanTag tag && tag.tpid() == bridge.vlanProtocol() ? tag : null;
        if (own != null && own.id() != 0) {
            return frame;
        }
        if (at.pvid() == 0) {
            return null;
        }
        VlanTag added = own == null
                ? new VlanTag(bridge.vlanProtocol(), 0, at.pvid(), frame.payload())
                : new VlanTag(own.tpid(), own.priority(), at.pvid(), own.payload());
        return new EthernetFrame(frame.destination(), frame.source(), added);
    }

    /** Whether a frame that was let in only goes on to be learned from. */
    boolean onlyLearns(VlanMemberships at, EthernetFrame admitted) {
        VlanMembership vlan = isOn() ? at.usable(idOf(admitted)) : null;
        return vlan != null && vlan.state() == PortState.LEARNING;
    }

    /** Whether a frame inside the bridge may leave there (br_allowed_egress). */
    boolean mayLeave(VlanMemberships at, EthernetFrame frame) {
        if (!isOn()) {
            return true;
        }
        VlanMembership vlan = at.usable(idOf(frame));
        return vlan != null && vlan.state() == PortState.FORWARDING;
    }

    /** The frame as it leaves, without its tag where the VLAN is untagged. */
    EthernetFrame undress(VlanMemberships at, EthernetFrame frame) {
        VlanMembership vlan = isOn() ? at.usable(idOf(frame)) : null;
        if (vlan == null || !(frame.payload() instanceof VlanTag tag)) {
            return frame;
        }
        if (bridge.option(BridgeOption.VLAN_STATS_ENABLED) != 0) {
            vlan.statistics().txPackets++;
            vlan.statistics().txBytes += Statistics.length(frame) - EthernetFrame.HEADER_LENGTH;
        }
        return vlan.isUntagged() ? new EthernetFrame(frame.destination(), frame.source(), tag.payload()) : frame;
    }
}
