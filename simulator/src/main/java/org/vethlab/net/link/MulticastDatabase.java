package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.MulticastGroup.Member;
import org.vethlab.time.Timer;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.VlanTag;

/**
 * Which groups were joined behind which port of a bridge (net/bridge/br_multicast.c, br_mdb.c). Frames for groups are none
 * the less flooded as long as there is no querier: without one members fall silent.
 */
public final class MulticastDatabase {
    private static final int IGMP = 2;

    private record Key(GroupAddress address, int vlan) {
        /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && vlan == that.vlan && address.equals(that.address);
        }

        @Override
        public int hashCode() {
            return 31 * address.hashCode() + vlan;
        }
    }

    private final Bridge bridge;
    private final Map<Key, MulticastGroup> groups = new LinkedHashMap<>();

    MulticastDatabase(Bridge bridge) {
        this.bridge = bridge;
    }

    /** The newest first. */
    public List<MulticastGroup> groups() {
        List<MulticastGroup> all = new ArrayList<>(groups.values());
        Collections.reverse(all);
        return all;
    }

    private VirtualClock clock() {
        return bridge.clock();
    }

    /** Takes note of what a frame for a group says about groups. @param port empty if this host sends it */
    void observe(Optional<BridgePort> port, EthernetFrame frame, int vlan) {
        if (bridge.option(BridgeOption.MCAST_SNOOPING) == 0 || !bridge.isUp()) {
            return;
        }
        GroupReports.read(frame.payload(), (address, joins) -> {
            if (!address.isEverybodys() && address.isGroup()) {
                if (joins) {
                    join(port, address, vlan);
                } else {
                    leave(port, address, vlan);
                }
            }
        });
    }

    /**
     * The group to whose members alone a frame is to go; empty if all are to have it. With a querier a group without
     * members is nobody's but the routers', and so are reports (br_multicast_ipv4_rcv).
     */
    Optional<MulticastGroup> membersOnly(EthernetFrame frame, int vlan) {
        if (!bridge.querier().exists()) {
            return Optional.empty();
        }
        Payload payload = frame.payload() instanceof VlanTag tag ? tag.payload() : frame.payload();
        if (!(payload instanceof Ipv4Packet packet)) {
            return Optional.empty();
        }
        GroupAddress address = new GroupAddress.Ip(packet.destination());
        if (!address.isGroup() || address.isEverybodys()) {
            return Optional.empty();
        }
        MulticastGroup known = packet.payload().protocol() == IGMP ? null : groups.get(new Key(address, vlan));
        return Optional.of(known == null ? new MulticastGroup(address, vlan, clock()::now) : known);
    }

    private MulticastGroup group(GroupAddress address, int vlan) {
        return groups.computeIfAbsent(new Key(address, vlan), key -> new MulticastGroup(address, vlan, clock()::now));
    }

    private void join(Optional<BridgePort> port, GroupAddress address, int vlan) {
        if (port.isPresent() && port.get().state() == PortState.DISABLED) {
            return;
        }
        MulticastGroup group = group(address, vlan);
        long interval = bridge.nanos(BridgeOption.MCAST_MEMBERSHIP_INTERVAL);
        if (port.isEmpty()) {
            joinHost(group, interval);
            return;
        }
        Member member = group.member(port.get()).orElseGet(() -> addMember(group, port.get(), false, false));
        if (!member.isPermanent()) {
            clock().start(member.expiry(), interval);
        }
    }

    private void joinHost(MulticastGroup group, long interval) {
        Timer expiry = group.hostExpiry().orElseGet(() -> clock().idle(() -> removeHost(group)));
        group.hostExpiry(expiry);
        clock().start(expiry, interval);
    }

    private Member addMember(MulticastGroup group, BridgePort port, boolean permanent, boolean userMade) {
        Member[] made = new Member[1];
        Timer expiry = clock().idle(() -> remove(group, made[0]));
        made[0] = new Member(port, permanent, userMade, expiry);
        group.add(made[0]);
        return made[0];
    }

    /** The last one may have left: the group goes soon, unless somebody else joins (br_multicast_leave_group). */
    private void leave(Optional<BridgePort> port, GroupAddress address, int vlan) {
        MulticastGroup group = groups.get(new Key(address, vlan));
        if (group == null) {
            return;
        }
        long soon = bridge.option(BridgeOption.MCAST_LAST_MEMBER_COUNT)
                * bridge.nanos(BridgeOption.MCAST_LAST_MEMBER_INTERVAL);
        if (port.isEmpty()) {
            group.hostExpiry().ifPresent(expiry -> shorten(expiry, soon));
            return;
        }
        Optional<Member> member = group.member(port.get()).filter(each -> !each.isPermanent());
        if (member.isPresent() && port.get().has(PortFlag.FASTLEAVE)) {
            remove(group, member.get());
        } else {
            member.ifPresent(each -> shorten(each.expiry(), soon));
        }
    }

    private void shorten(Timer expiry, long nanos) {
        if (!expiry.isPending() || expiry.due() > clock().now() + nanos) {
            clock().start(expiry, nanos);
        }
    }

    private void remove(MulticastGroup group, Member member) {
        group.remove(member);
        forgetIfEmpty(group);
    }

    private void removeHost(MulticastGroup group) {
        group.hostExpiry().ifPresent(Timer::cancel);
        group.hostExpiry(null);
        forgetIfEmpty(group);
    }

    private void forgetIfEmpty(MulticastGroup group) {
        if (group.isEmpty()) {
            groups.remove(new Key(group.address(), group.vlan()));
        }
    }

    /**
     * Adds a member by hand (br_mdb_add).
     *
     * @param port empty for the host itself
     * @throws NetException EINVAL, EEXIST
     */
    public void add(Optional<BridgePort> port, GroupAddress address, int vlan, boolean permanent) {
        check(port, vlan);
        boolean link = address instanceof GroupAddress.Link;
        if (link && !permanent && port.isPresent()) {
            throw new NetException(Errno.EINVAL, "bridge: Only permanent L2 entries allowed");
        }
        if (port.isEmpty()) {
            addHost(address, vlan, permanent);
            return;
        }
        if (port.get().state() == PortState.DISABLED && !permanent) {
            throw new NetException(Errno.EINVAL, "bridge: Port is in disabled state and entry is not permanent");
        }
        for (int each : vlans(port, vlan)) {
            MulticastGroup group = group(address, each);
            if (group.member(port.get()).isPresent()) {
                throw new NetException(Errno.EEXIST, "bridge: (*, G) group is already joined by port");
            }
            Member member = addMember(group, port.get(), permanent, true);
            if (!permanent) {
                clock().start(member.expiry(), bridge.nanos(BridgeOption.MCAST_MEMBERSHIP_INTERVAL));
            }
        }
    }

    private void addHost(GroupAddress address, int vlan, boolean permanent) {
        if (permanent && !(address instanceof GroupAddress.Link)) {
            throw new NetException(Errno.EINVAL, "bridge: Flags are not allowed for host groups");
        }
        for (int each : vlans(Optional.empty(), vlan)) {
            MulticastGroup group = group(address, each);
            if (group.hasHost()) {
                throw new NetException(Errno.EEXIST, "bridge: Group is already joined by host");
            }
            joinHost(group, bridge.nanos(BridgeOption.MCAST_MEMBERSHIP_INTERVAL));
        }
    }

    /** Without a VLAN the entry is made in all that the port is in, if the bridge filters. */
    private List<Integer> vlans(Optional<BridgePort> port, int vlan) {
        VlanMemberships all = port.map(BridgePort::memberships).orElse(bridge.memberships());
        boolean every = vlan == 0 && bridge.filtersVlans() && !all.ids().isEmpty();
        return every ? all.ids() : List.of(vlan);
    }

    private void check(Optional<BridgePort> port, int vlan) {
        if (!bridge.isUp()) {
            throw new NetException(Errno.EINVAL, "bridge: Bridge device is not running");
        }
        if (bridge.option(BridgeOption.MCAST_SNOOPING) == 0) {
            throw new NetException(Errno.EINVAL, "bridge: Bridge's multicast processing is disabled");
        }
        VlanMemberships all = port.map(BridgePort::memberships).orElse(bridge.memberships());
        if (vlan != 0 && bridge.filtersVlans() && all.usable(vlan) == null) {
            throw new NetException(Errno.EINVAL, "bridge: VLAN is not configured");
        }
    }

    /** @throws NetException EINVAL if there is no such member (__br_mdb_del) */
    public void delete(Optional<BridgePort> port, GroupAddress address, int vlan) {
        check(port, vlan);
        for (int each : vlans(port, vlan)) {
            MulticastGroup group = groups.get(new Key(address, each));
            if (group == null || !isMember(group, port)) {
                throw new NetException(Errno.EINVAL);
            }
            if (port.isEmpty()) {
                removeHost(group);
            } else {
                group.member(port.get()).ifPresent(member -> remove(group, member));
            }
        }
    }

    private static boolean isMember(MulticastGroup group, Optional<BridgePort> port) {
        return port.map(one -> group.member(one).isPresent()).orElseGet(group::hasHost);
    }

    /** A port goes down, or for good with all that was set by hand (br_multicast_disable_port, br_multicast_del_port). */
    void removePort(BridgePort port, boolean forGood) {
        for (MulticastGroup group : groups()) {
            group.member(port)
                    .filter(member -> forGood || !member.isPermanent())
                    .ifPresent(member -> remove(group, member));
        }
    }

    /** The bridge is deleted. */
    void clear() {
        for (MulticastGroup group : groups()) {
            group.members().forEach(member -> remove(group, member));
            removeHost(group);
        }
    }
}
