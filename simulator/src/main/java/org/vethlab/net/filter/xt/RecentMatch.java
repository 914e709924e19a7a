package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.filter.PacketContext;

/** A list of addresses seen lately ({@code -m recent}); lists are shared by name. */
public record RecentMatch(
        Action action,
        RecentList list,
        Optional<Integer> seconds,
        Optional<Integer> hits,
        boolean bySource,
        boolean inverted)
        implements XtMatch {
    /** XT_RECENT_*. */
    public enum Action {
        SET,
        CHECK,
        UPDATE,
        REMOVE
    }

    @Override
    public String extension() {
        return "recent";
    }

    @Override
    public boolean matches(PacketContext packet) {
        IpAddress address = bySource ? Addresses.source(packet) : Addresses.destination(packet);
        long now = packet.namespace().world().clock().now();
        return switch (action) {
            case SET -> {
                list.add(address, now);
                yield !inverted;
            }
            case REMOVE -> list.remove(address) != inverted;
            case CHECK, UPDATE -> check(address, now) != inverted;
        };
    }

    private boolean check(IpAddress address, long now) {
        boolean seen = list.isSeen(address, now, seconds, hits);
        if (seen && action == Action.UPDATE) {
            list.add(address, now);
        }
        return seen;
    }
}
