package org.vethlab.net.route;

import java.util.List;
import org.vethlab.net.link.Device;

/** A next hop that stands by itself and that routes name by its number ({@code ip nexthop}, struct nexthop). */
public sealed interface NextHopObject {
    int id();

    /** RTPROT_* of who made it, 0 if not said. */
    int protocol();

    /** Whether packets sent there are dropped. */
    boolean isBlackhole();

    /** @param blackhole then {@code hop} leads to lo */
    record Single(int id, NextHop hop, boolean blackhole, int protocol) implements NextHopObject {
        @Override
        public boolean isBlackhole() {
            return blackhole;
        }

        boolean leavesBy(Device device) {
            return hop.leavesBy(device);
        }
    }

    /** Several that share the traffic by their weights. A group in a group there is not. */
    record Group(int id, List<Member> members, boolean isBlackhole, int protocol) implements NextHopObject {
        public Group {
            members = List.copyOf(members);
        }
    }

    /** @param weight 1 to 256 */
    record Member(int id, int weight) {}
}
