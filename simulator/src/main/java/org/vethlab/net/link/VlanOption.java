package org.vethlab.net.link;

import java.util.Locale;
import java.util.Optional;

/** What can be set for a VLAN of a bridge as a whole (BRIDGE_VLANDB_GOPTS_MCAST_*), in the order of {@code bridge vlan global}. */
public enum VlanOption {
    MCAST_SNOOPING(1, 8),
    MCAST_QUERIER(0, 8),
    MCAST_IGMP_VERSION(2, 8),
    MCAST_MLD_VERSION(1, 8),
    MCAST_LAST_MEMBER_COUNT(2, 32),
    MCAST_LAST_MEMBER_INTERVAL(100, 62),
    MCAST_STARTUP_QUERY_COUNT(2, 32),
    MCAST_STARTUP_QUERY_INTERVAL(3_124, 62),
    MCAST_MEMBERSHIP_INTERVAL(26_000, 62),
    MCAST_QUERIER_INTERVAL(25_500, 62),
    MCAST_QUERY_INTERVAL(12_500, 62),
    MCAST_QUERY_RESPONSE_INTERVAL(1_000, 62);

    private final long initial;
    private final int bits;

    VlanOption(long initial, int bits) {
        this.initial = initial;
        this.bits = bits;
    }

    /** As {@code bridge vlan global} names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VlanOption> named(String text) {
        for (VlanOption option : values()) {
            if (option.text().equals(text)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** The width of the number. */
    public int bits() {
        return bits;
    }

    long initial() {
        return initial;
    }
}
