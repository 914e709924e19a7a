package org.vethlab.net.link;

import java.util.Map;

/**
 * What is asked of a VLAN device besides its id.
 *
 * @param flags those that are said
 * @param ingress from the priority in the tag to that of the packet
 * @param egress from the priority of the packet to that in the tag
 */
public record VlanSettings(Map<VlanFlag, Boolean> flags, Map<Integer, Integer> ingress, Map<Integer, Integer> egress) {
    /** Nothing said. */
    public static final VlanSettings NONE = new VlanSettings(Map.of(), Map.of(), Map.of());
}
