package org.vethlab.net.link;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.VlanTag;

/** What can be set on a bridge (IFLA_BR_*), in the order of {@code ip -d link}; times in hundredths of a second. */
public enum BridgeOption {
    FORWARD_DELAY(1500),
    HELLO_TIME(200, 100, 1000),
    MAX_AGE(2000, 600, 4000),
    AGEING_TIME(30_000),
    STP_STATE(0),
    PRIORITY(0x8000),
    VLAN_FILTERING(0),
    VLAN_PROTOCOL(0x8100),
    VLAN_DEFAULT_PVID(1, 0, 4094),
    VLAN_STATS_ENABLED(0, 0, 1),
    VLAN_STATS_PER_PORT(0, 0, 1),
    GROUP_FWD_MASK(0),
    GROUP_ADDRESS(0x0180_c200_0000L),
    MCAST_SNOOPING(1),
    NO_LINKLOCAL_LEARN(0),
    MCAST_VLAN_SNOOPING(0),
    MCAST_ROUTER(1),
    MCAST_QUERY_USE_IFADDR(0),
    MCAST_QUERIER(0),
    MCAST_HASH_ELASTICITY(16),
    MCAST_HASH_MAX(4096),
    MCAST_LAST_MEMBER_COUNT(2),
    MCAST_STARTUP_QUERY_COUNT(2),
    MCAST_LAST_MEMBER_INTERVAL(100),
    MCAST_MEMBERSHIP_INTERVAL(26_000),
    MCAST_QUERIER_INTERVAL(25_500),
    MCAST_QUERY_INTERVAL(12_500),
    MCAST_QUERY_RESPONSE_INTERVAL(1_000),
    MCAST_STARTUP_QUERY_INTERVAL(3_124),
    MCAST_STATS_ENABLED(0),
    MCAST_IGMP_VERSION(2),
    MCAST_MLD_VERSION(1),
    NF_CALL_IPTABLES(0),
    NF_CALL_IP6TABLES(0),
    NF_CALL_ARPTABLES(0);

    private static final int LEAST_FORWARD_DELAY = 200;
    private static final int MOST_FORWARD_DELAY = 3000;

    /** Slow protocols, pause frames and port authentication keep their addresses. */
    private static final int RESTRICTED_GROUPS = 0b111;

    /** The spanning tree is among them: 2, a program's own, is what the kernel says when /sbin/bridge-stp took over. */
    private static final Set<BridgeOption> SWITCHES = EnumSet.of(
            STP_STATE,
            VLAN_FILTERING,
            MCAST_SNOOPING,
            NO_LINKLOCAL_LEARN,
            MCAST_VLAN_SNOOPING,
            MCAST_QUERY_USE_IFADDR,
            MCAST_QUERIER,
            MCAST_STATS_ENABLED,
            NF_CALL_IPTABLES,
            NF_CALL_IP6TABLES,
            NF_CALL_ARPTABLES);

    private final long initial;
    private final long least;
    private final long most;
    private final String text = name().toLowerCase(Locale.ROOT);

    BridgeOption(long initial) {
        this(initial, 0, Long.MAX_VALUE);
    }

    BridgeOption(long initial, long least, long most) {
        this.initial = initial;
        this.least = least;
        this.most = most;
    }

    /** As {@code ip link … type bridge} names it. */
    public String text() {
        return text;
    }

    public static Optional<BridgeOption> named(String text) {
        for (BridgeOption option : values()) {
            if (option.text.equals(text)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    long initial() {
        return initial;
    }

    /** What the kernel makes of a number: of switches, which are on or off, only that. */
    long normalized(long value) {
        return SWITCHES.contains(this) && value != 0 ? 1 : value;
    }

    /** @throws NetException ERANGE, EINVAL */
    void check(long value, boolean spanningTree) {
        if (value < least || value > most) {
            throw new NetException(text.startsWith("vlan_") ? Errno.EINVAL : Errno.ERANGE);
        }
        if (this == VLAN_PROTOCOL && value != VlanTag.DOT1Q && value != VlanTag.DOT1AD) {
            throw new NetException(Errno.EPROTONOSUPPORT);
        }
        if (this == FORWARD_DELAY && spanningTree && (value < LEAST_FORWARD_DELAY || value > MOST_FORWARD_DELAY)) {
            throw new NetException(Errno.ERANGE);
        }
        if (this == GROUP_FWD_MASK && (value & RESTRICTED_GROUPS) != 0) {
            throw new NetException(Errno.EINVAL);
        }
        if (this == GROUP_ADDRESS && !isGroupAddress(new MacAddress(value))) {
            throw new NetException(Errno.EINVAL);
        }
    }

    /** One of 01:80:c2:00:00:0X that is not taken by pause frames, slow protocols or 802.1X. */
    private static boolean isGroupAddress(MacAddress address) {
        long last = address.bits() - GROUP_ADDRESS.initial;
        return last == 0 || last >= 4 && last <= 15;
    }
}
