package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vethlab.time.Timer;

/** Who behind a bridge is in a group (struct net_bridge_mdb_entry). */
public final class MulticastGroup {
    /** A port behind which somebody is in the group (struct net_bridge_port_group). */
    public static final class Member {
        private final BridgePort port;
        private final boolean permanent;
        private final boolean userMade;
        private final Timer expiry;

        Member(BridgePort port, boolean permanent, boolean userMade, Timer expiry) {
            this.port = port;
            this.permanent = permanent;
            this.userMade = userMade;
            this.expiry = expiry;
        }

        public BridgePort port() {
            return port;
        }

        public boolean isPermanent() {
            return permanent;
        }

        public boolean isUserMade() {
            return userMade;
        }

        /** What is left of it: nanoseconds; 0 for one that stays. */
        public long remaining() {
            return port.remaining(expiry);
        }

        Timer expiry() {
            return expiry;
        }
    }

    private final GroupAddress address;
    private final int vlan;
    private final LongSupplier now;
    private final List<Member> members = new ArrayList<>();
    private @Nullable Timer hostExpiry;

    MulticastGroup(GroupAddress address, int vlan, LongSupplier now) {
        this.now = now;
        this.address = address;
        this.vlan = vlan;
    }

    public GroupAddress address() {
        return address;
    }

    /** 0 for none. */
    public int vlan() {
        return vlan;
    }

    /** In the order in which they joined. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Whether the host of the bridge is in the group itself. */
    public boolean hasHost() {
        return hostExpiry != null;
    }

    /** What is left of the host's membership: nanoseconds. */
    public long hostRemaining() {
        return hostExpiry == null ? 0 : hostExpiry.due() - now.getAsLong();
    }

    Optional<Timer> hostExpiry() {
        return Optional.ofNullable(hostExpiry);
    }

    void hostExpiry(@Nullable Timer timer) {
        hostExpiry = timer;
    }

    Optional<Member> member(BridgePort port) {
        return members.stream().filter(member -> member.port == port).findFirst();
    }

    void add(Member member) {
        members.add(member);
    }

    void remove(Member member) {
        member.expiry.cancel();
        members.remove(member);
    }

    boolean isEmpty() {
        return members.isEmpty() && hostExpiry == null;
    }
}
