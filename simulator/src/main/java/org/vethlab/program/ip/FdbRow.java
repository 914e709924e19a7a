package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.ForwardingEntry;
import org.vethlab.net.link.Vxlan;
import org.vethlab.net.link.VxlanEntry;
import org.vethlab.net.link.VxlanRemote;
import org.vethlab.net.neigh.NudState;

/**
 * A line of {@code bridge fdb}: an entry of a bridge, or an address that a device itself receives.
 *
 * @param entry of a bridge; empty for a device's own address ({@code self})
 * @param master the bridge of the entry
 * @param remote of a VXLAN device: a host that the station is behind
 */
record FdbRow(
        Device device,
        MacAddress address,
        NudState state,
        Optional<ForwardingEntry> entry,
        Optional<Bridge> master,
        Optional<VxlanRemote> remote) {
    /** What the kernel dumps for a device: the entries of its bridge at this port, then its own addresses. */
    static List<FdbRow> of(Device device) {
        List<FdbRow> rows = new ArrayList<>();
        if (device.master().orElse(null) instanceof Bridge bridge) {
            entries(rows, bridge, device, bridge.port(device));
        }
        if (device instanceof Vxlan vxlan) {
            ofVxlan(rows, vxlan);
            return rows;
        }
        device.hardwareAddresses().unicast().forEach(address -> rows.add(self(device, address)));
        device.hardwareAddresses().groups().forEach(address -> rows.add(self(device, address)));
        if (device instanceof Bridge bridge) {
            entries(rows, bridge, bridge, Optional.empty());
        }
        return rows;
    }

    private static void entries(List<FdbRow> rows, Bridge bridge, Device device, Optional<BridgePort> port) {
        for (ForwardingEntry entry : bridge.forwarding().entries()) {
            if (entry.port().equals(port)) {
                rows.add(of(entry, bridge, device));
            }
        }
    }

    static FdbRow of(ForwardingEntry entry, Bridge bridge, Device device) {
        return new FdbRow(
                device,
                entry.address(),
                state(bridge, entry),
                Optional.of(entry),
                Optional.of(bridge),
                Optional.empty());
    }

    private static FdbRow self(Device device, MacAddress address) {
        return new FdbRow(device, address, NudState.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void ofVxlan(List<FdbRow> rows, Vxlan vxlan) {
        for (VxlanEntry entry : vxlan.table().entries()) {
            NudState state = switch (entry.state()) {
                case PERMANENT -> NudState.PERMANENT;
                case STATIC -> NudState.NOARP;
                case DYNAMIC -> NudState.REACHABLE;
            };
            for (VxlanRemote remote : entry.remotes()) {
                rows.add(new FdbRow(
                        vxlan, entry.address(), state, Optional.empty(), Optional.empty(), Optional.of(remote)));
            }
        }
    }

    private static NudState state(Bridge bridge, ForwardingEntry entry) {
        return switch (entry.state()) {
            case PERMANENT -> NudState.PERMANENT;
            case STATIC -> NudState.NOARP;
            case DYNAMIC -> bridge.forwarding().isExpired(entry) ? NudState.STALE : NudState.REACHABLE;
        };
    }

    /** The VLAN of the entry; 0 for none. */
    int vlan() {
        return entry.map(ForwardingEntry::vlan).orElse(0);
    }

    /** The state in the words of {@code bridge}; a learned entry that is not too old has none. */
    String stateText() {
        return switch (state) {
            case PERMANENT -> "permanent";
            case NOARP -> "static";
            case STALE -> "stale";
            default -> "";
        };
    }

    /** NTF_* flags in their order. */
    List<String> flags() {
        if (entry.isEmpty()) {
            return List.of("self");
        }
        List<String> flags = new ArrayList<>();
        if (entry.get().isExternallyLearned()) {
            flags.add("extern_learn");
        }
        if (entry.get().isSticky()) {
            flags.add("sticky");
        }
        return flags;
    }
}
