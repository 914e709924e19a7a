package org.vethlab.net.sysctl;

import java.util.Locale;
import java.util.Optional;

/**
 * The settings {@code net.ipv6.conf.DEVICE.*} that are numbers. What {@code all} says holds for no device, save for the
 * few settings that are copied to all of them when it is written.
 */
public enum Ipv6Conf {
    ACCEPT_DAD(1),
    ACCEPT_RA(1),
    ACCEPT_RA_DEFRTR(1),
    ACCEPT_RA_FROM_LOCAL,
    ACCEPT_RA_MIN_HOP_LIMIT(1),
    ACCEPT_RA_MIN_LFT,
    ACCEPT_RA_MTU(1),
    ACCEPT_RA_PINFO(1),
    ACCEPT_RA_RT_INFO_MAX_PLEN,
    ACCEPT_RA_RT_INFO_MIN_PLEN,
    ACCEPT_RA_RTR_PREF(1),
    ACCEPT_REDIRECTS(1),
    ACCEPT_SOURCE_ROUTE,
    ACCEPT_UNTRACKED_NA(0, 0, 2),
    ADDR_GEN_MODE(0, 0, 3),
    AUTOCONF(1),
    DAD_TRANSMITS(1),
    DISABLE_IPV6,
    DISABLE_POLICY,
    DROP_UNICAST_IN_L2_MULTICAST,
    DROP_UNSOLICITED_NA,
    ENHANCED_DAD(1),
    FORCE_FORWARDING(0, 0, 1),
    FORCE_MLD_VERSION,
    FORCE_TLLAO,
    FORWARDING,
    HOP_LIMIT(64, 1, 255),
    IGNORE_ROUTES_WITH_LINKDOWN,
    IOAM6_ENABLED(0, 0, 1),
    IOAM6_ID(65535, 0, 65535),
    IOAM6_ID_WIDE(-1, 0, 4294967295L),
    KEEP_ADDR_ON_DOWN,
    MAX_ADDRESSES(16),
    MAX_DESYNC_FACTOR(600),
    MC_FORWARDING,
    MLDV1_UNSOLICITED_REPORT_INTERVAL(10000, 0, Integer.MAX_VALUE),
    MLDV2_UNSOLICITED_REPORT_INTERVAL(1000, 0, Integer.MAX_VALUE),
    MTU(1280, 1280, Integer.MAX_VALUE),
    NDISC_EVICT_NOCARRIER(1, 0, 1),
    NDISC_NOTIFY,
    NDISC_TCLASS(0, 0, 255),
    OPTIMISTIC_DAD,
    PROXY_NDP,
    RA_DEFRTR_METRIC(1024, 1, 4294967295L),
    RA_HONOR_PIO_LIFE(0, 0, 1),
    RA_HONOR_PIO_PFLAG(0, 0, 1),
    REGEN_MAX_RETRY(3),
    REGEN_MIN_ADVANCE(2),
    ROUTER_PROBE_INTERVAL(60, -8589934, 8589934),
    ROUTER_SOLICITATION_DELAY(1, -8589934, 8589934),
    ROUTER_SOLICITATION_INTERVAL(4, -8589934, 8589934),
    ROUTER_SOLICITATION_MAX_INTERVAL(3600, -8589934, 8589934),
    ROUTER_SOLICITATIONS(-1, -1, Integer.MAX_VALUE),
    RPL_SEG_ENABLED(0, 0, 1),
    SEG6_ENABLED,
    SEG6_REQUIRE_HMAC,
    SUPPRESS_FRAG_NDISC(1),
    TEMP_PREFERED_LFT(86400),
    TEMP_VALID_LFT(604800),
    USE_OIF_ADDRS_ONLY,
    USE_OPTIMISTIC,
    USE_TEMPADDR;

    private final int initial;
    private final long least;
    private final long most;
    private final String fileName = name().toLowerCase(Locale.ROOT);

    Ipv6Conf() {
        this(0);
    }

    Ipv6Conf(int initial) {
        this(initial, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    Ipv6Conf(int initial, long least, long most) {
        this.initial = initial;
        this.least = least;
        this.most = most;
    }

    /** The last part of its path. */
    public String fileName() {
        return fileName;
    }

    public static Optional<Ipv6Conf> named(String fileName) {
        return Find.named(values(), Ipv6Conf::fileName, fileName);
    }

    int initial() {
        return initial;
    }

    int initialOfAll() {
        return this == ACCEPT_DAD ? 0 : initial;
    }

    /** Loopback needs no duplicate address detection and no temporary addresses (addrconf_add_dev). */
    int initialOfLoopback() {
        return this == ACCEPT_DAD || this == USE_TEMPADDR ? -1 : initial;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    boolean isReadOnly() {
        return this == MC_FORWARDING;
    }

    /** Whether a value written to {@code all} goes to {@code default} and every device. */
    boolean isCopiedFromAll() {
        return this == DISABLE_IPV6
                || this == FORWARDING
                || this == FORCE_FORWARDING
                || this == ADDR_GEN_MODE
                || this == IGNORE_ROUTES_WITH_LINKDOWN;
    }
}
