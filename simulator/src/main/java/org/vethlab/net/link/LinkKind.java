package org.vethlab.net.link;

import java.util.Map;

/** The kinds of device that can be made (IFLA_INFO_KIND) with what each asks for (IFLA_INFO_DATA). */
public sealed interface LinkKind {
    /** A cable with two ends; the second is the peer. */
    record Veth(LinkRequest peer) implements LinkKind {}

    /** The peer of a veth: no kind of its own. */
    record VethPeer() implements LinkKind {}

    /** A bridge; attributes by the name that {@code ip link … type bridge NAME VALUE} gives them. */
    record Bridge(Map<String, Long> attributes) implements LinkKind {}

    /** An 802.1Q or 802.1ad sub-device; {@code protocol} 0x8100 or 0x88a8. */
    record Vlan(int id, int protocol) implements LinkKind {}

    record Dummy() implements LinkKind {}
}
