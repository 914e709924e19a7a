package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.VlanTag;

/** ebtables' tests of VLAN tags ({@code --vlan-id}). */
public record EthernetVlanMatch(Optional<Range> id, Optional<Range> priority) implements XtMatch {
    @Override
    public String extension() {
        return "vlan";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return packet.packet() instanceof VlanTag tag
                && id.filter(range -> !range.contains(tag.id())).isEmpty()
                && priority.filter(range -> !range.contains(tag.priority())).isEmpty();
    }
}
