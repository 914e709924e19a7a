package org.vethlab.net.link;

import java.util.Locale;
import java.util.Optional;

/** What can be turned on and off on a VLAN device (VLAN_FLAG_*), in the order of {@code ip -d link}. */
public enum VlanFlag {
    /** The tag is taken off before anybody on the device sees the frame. */
    REORDER_HDR,
    GVRP,
    MVRP,
    /** The device does not go up and down with its parent. */
    LOOSE_BINDING,
    /** The carrier is that of the bridge's ports in the VLAN, not the bridge's own. */
    BRIDGE_BINDING;

    /** As {@code ip link … type vlan} names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VlanFlag> named(String text) {
        for (VlanFlag flag : values()) {
            if (flag.text().equals(text)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
