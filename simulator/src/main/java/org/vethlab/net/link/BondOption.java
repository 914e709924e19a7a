package org.vethlab.net.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The settings of a bond (drivers/net/bonding/bond_options.c), in the order in which {@code ip -d link} shows them. */
public enum BondOption {
    MODE(
            "mode",
            Range.of(0, 6, 0),
            When.DOWN_AND_EMPTY,
            "balance-rr",
            "active-backup",
            "balance-xor",
            "broadcast",
            "802.3ad",
            "balance-tlb",
            "balance-alb"),
    /** The index of a device; 0 for none. */
    ACTIVE_SLAVE("active_slave", Range.UP, When.ALWAYS),
    MIIMON("miimon", Range.UP, When.ALWAYS),
    UPDELAY("updelay", Range.UP, When.ALWAYS),
    DOWNDELAY("downdelay", Range.UP, When.ALWAYS),
    PEER_NOTIFY_DELAY("peer_notify_delay", Range.of(0, 300_000, 0), When.ALWAYS),
    USE_CARRIER("use_carrier", Range.of(0, 1, 1), When.ALWAYS),
    ARP_INTERVAL("arp_interval", Range.UP, When.ALWAYS),
    ARP_MISSED_MAX("arp_missed_max", Range.of(1, 255, 2), When.ALWAYS),
    /** Its value is kept apart: {@link BondSettings#arpTargets}. */
    ARP_IP_TARGET("arp_ip_target", Range.UP, When.ALWAYS),
    ARP_VALIDATE(
            "arp_validate",
            Range.of(0, 6, 0),
            When.ALWAYS,
            "none",
            "active",
            "backup",
            "all",
            "filter",
            "filter_active",
            "filter_backup"),
    ARP_ALL_TARGETS("arp_all_targets", Range.of(0, 1, 0), When.ALWAYS, "any", "all"),
    /** The index of a device. */
    PRIMARY("primary", Range.UP, When.ALWAYS),
    PRIMARY_RESELECT("primary_reselect", Range.of(0, 2, 0), When.ALWAYS, "always", "better", "failure"),
    FAIL_OVER_MAC("fail_over_mac", Range.of(0, 2, 0), When.EMPTY, "none", "active", "follow"),
    XMIT_HASH_POLICY(
            "xmit_hash_policy",
            Range.of(0, 5, 0),
            When.DOWN,
            "layer2",
            "layer3+4",
            "layer2+3",
            "encap2+3",
            "encap3+4",
            "vlan+srcmac"),
    RESEND_IGMP("resend_igmp", Range.of(0, 255, 1), When.ALWAYS),
    NUM_GRAT_ARP("num_grat_arp", Range.of(0, 255, 1), When.ALWAYS),
    ALL_SLAVES_ACTIVE("all_slaves_active", Range.of(0, 1, 0), When.ALWAYS),
    MIN_LINKS("min_links", Range.UP, When.ALWAYS),
    LP_INTERVAL("lp_interval", Range.of(1, Integer.MAX_VALUE, 1), When.ALWAYS),
    PACKETS_PER_SLAVE("packets_per_slave", Range.of(0, 65535, 1), When.ALWAYS),
    LACP_ACTIVE("lacp_active", Range.of(0, 1, 1), When.DOWN, "off", "on"),
    LACP_RATE("lacp_rate", Range.of(0, 1, 0), When.DOWN, "slow", "fast"),
    AD_SELECT("ad_select", Range.of(0, 2, 0), When.DOWN, "stable", "bandwidth", "count"),
    AD_ACTOR_SYS_PRIO("ad_actor_sys_prio", Range.of(1, 65535, 65535), When.ALWAYS),
    AD_USER_PORT_KEY("ad_user_port_key", Range.of(0, 1023, 0), When.DOWN),
    /** A MAC address. */
    AD_ACTOR_SYSTEM("ad_actor_system", new Range(0, 0xffff_ffff_ffffL, 0), When.ALWAYS),
    TLB_DYNAMIC_LB("tlb_dynamic_lb", Range.of(0, 1, 1), When.DOWN);

    /** When an option may be changed: while the bond is down, while it has no ports. */
    private enum When {
        ALWAYS,
        DOWN,
        EMPTY,
        DOWN_AND_EMPTY
    }

    private record Range(long least, long most, long initial) {
        private static final Range UP = of(0, Integer.MAX_VALUE, 0);

        private static Range of(long least, long most, long initial) {
            return new Range(least, most, initial);
        }
    }

    private final String text;
    private final long least;
    private final long most;
    private final long initial;
    private final When when;
    private final String names;

    BondOption(String text, Range range, When when, String... names) {
        this.text = text;
        this.least = range.least;
        this.most = range.most;
        this.initial = range.initial;
        this.when = when;
        this.names = String.join(" ", names);
    }

    /** The name of {@code ip link … type bond} and of the file in sysfs. */
    public String text() {
        return text;
    }

    long initial() {
        return initial;
    }

    /** The names of its values by their numbers; empty for a plain number. */
    public List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    public static Optional<BondOption> named(String text) {
        for (BondOption option : values()) {
            if (option.text.equals(text)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private Set<BondMode> modes() {
        return switch (this) {
            case PACKETS_PER_SLAVE -> EnumSet.of(BondMode.BALANCE_RR);
            case ARP_VALIDATE, ARP_INTERVAL, ARP_MISSED_MAX ->
                EnumSet.complementOf(EnumSet.of(BondMode.LACP, BondMode.BALANCE_TLB, BondMode.BALANCE_ALB));
            case LACP_ACTIVE, LACP_RATE, AD_ACTOR_SYS_PRIO, AD_ACTOR_SYSTEM, AD_USER_PORT_KEY ->
                EnumSet.of(BondMode.LACP);
            case PRIMARY, ACTIVE_SLAVE ->
                EnumSet.of(BondMode.ACTIVE_BACKUP, BondMode.BALANCE_TLB, BondMode.BALANCE_ALB);
            case TLB_DYNAMIC_LB -> EnumSet.of(BondMode.BALANCE_TLB, BondMode.BALANCE_ALB);
            default -> EnumSet.allOf(BondMode.class);
        };
    }

    /** bond_opt_check_deps and bond_opt_parse. @throws NetException EACCES, ENOTEMPTY, EBUSY, EINVAL */
    void check(long value, BondMode mode, boolean up, boolean empty) {
        if (!modes().contains(mode)) {
            throw new NetException(Errno.EACCES, "option not supported in mode");
        }
        if ((when == When.EMPTY || when == When.DOWN_AND_EMPTY) && !empty) {
            throw new NetException(Errno.ENOTEMPTY, "unable to set option because the bond device has slaves");
        }
        if ((when == When.DOWN || when == When.DOWN_AND_EMPTY) && up) {
            throw new NetException(Errno.EBUSY, "unable to set option because the bond device is up");
        }
        if (value < least || value > most) {
            throw invalid();
        }
    }

    static NetException invalid() {
        return new NetException(Errno.EINVAL, "invalid option value");
    }
}
