package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;

/** Who sends: everybody here is root. */
public record OwnerMatch(Optional<IdRange> user, Optional<IdRange> group, Optional<Boolean> socket) implements XtMatch {
    /** Numbers of users or groups. */
    public record IdRange(long first, long last, boolean inverted) {
        boolean contains(long id) {
            return (first <= id && id <= last) != inverted;
        }
    }

    @Override
    public String extension() {
        return "owner";
    }

    /** Where a socket of this host sends (owner_mt_reg). */
    @Override
    public boolean isAllowedIn(Chain base) {
        return base.isAt(Hook.OUTPUT, Hook.POSTROUTING);
    }

    @Override
    public boolean matches(PacketContext packet) {
        return user.filter(range -> !range.contains(0)).isEmpty()
                && group.filter(range -> !range.contains(0)).isEmpty()
                && (socket.isEmpty() || socket.get());
    }
}
