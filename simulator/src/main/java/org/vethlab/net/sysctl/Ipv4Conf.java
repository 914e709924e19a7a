package org.vethlab.net.sysctl;

import java.util.Locale;
import java.util.Optional;

/**
 * The settings {@code net.ipv4.conf.DEVICE.*}. Each knows how {@code all} and the device's own value make the one in
 * force (the IN_DEV_* macros of linux/inetdevice.h).
 */
public enum Ipv4Conf {
    ACCEPT_LOCAL(Rule.OR),
    /** In force if set on the device or {@code all}; on a forwarding device, only if set on both. */
    ACCEPT_REDIRECTS(Rule.REDIRECTS, 1),
    ACCEPT_SOURCE_ROUTE(Rule.AND, 1),
    ARP_ACCEPT(Rule.MAX),
    ARP_ANNOUNCE(Rule.MAX),
    ARP_EVICT_NOCARRIER(Rule.AND, 1),
    ARP_FILTER(Rule.OR),
    ARP_IGNORE(Rule.MAX),
    ARP_NOTIFY(Rule.MAX),
    BC_FORWARDING(Rule.AND),
    BOOTP_RELAY(Rule.AND),
    DISABLE_POLICY(Rule.OR),
    DISABLE_XFRM(Rule.OR),
    DROP_GRATUITOUS_ARP(Rule.OR),
    DROP_UNICAST_IN_L2_MULTICAST(Rule.OR),
    FORCE_IGMP_VERSION(Rule.MAX),
    FORWARDING(Rule.DEVICE),
    IGMPV2_UNSOLICITED_REPORT_INTERVAL(Rule.DEVICE, 10_000),
    IGMPV3_UNSOLICITED_REPORT_INTERVAL(Rule.DEVICE, 1_000),
    IGNORE_ROUTES_WITH_LINKDOWN(Rule.OR),
    LOG_MARTIANS(Rule.OR),
    MC_FORWARDING(Rule.AND),
    MEDIUM_ID(Rule.DEVICE),
    PROMOTE_SECONDARIES(Rule.OR),
    PROXY_ARP(Rule.OR),
    PROXY_ARP_PVLAN(Rule.OR),
    ROUTE_LOCALNET(Rule.OR),
    RP_FILTER(Rule.MAX),
    SECURE_REDIRECTS(Rule.OR, 1),
    SEND_REDIRECTS(Rule.OR, 1),
    SHARED_MEDIA(Rule.OR, 1),
    SRC_VALID_MARK(Rule.OR),
    TAG(Rule.DEVICE);

    private enum Rule {
        DEVICE,
        MAX,
        OR,
        AND,
        REDIRECTS
    }

    private final Rule rule;
    private final int initial;
    private final String fileName = name().toLowerCase(Locale.ROOT);

    Ipv4Conf(Rule rule) {
        this(rule, 0);
    }

    Ipv4Conf(Rule rule, int initial) {
        this.rule = rule;
        this.initial = initial;
    }

    /** The last part of its path. */
    public String fileName() {
        return fileName;
    }

    public static Optional<Ipv4Conf> named(String fileName) {
        return Find.named(values(), Ipv4Conf::fileName, fileName);
    }

    /** What {@code default} and each new device begin with. */
    int initial() {
        return initial;
    }

    /** What {@code all} begins with: source routes are refused there. */
    int initialOfAll() {
        return this == ACCEPT_SOURCE_ROUTE ? 0 : initial;
    }

    /** Set by the kernel alone (by a multicast routing daemon's socket). */
    boolean isReadOnly() {
        return this == MC_FORWARDING;
    }

    int inForce(Values<Ipv4Conf> all, Values<Ipv4Conf> device) {
        int general = all.get(this);
        int own = device.get(this);
        boolean both = general != 0 && own != 0;
        boolean either = general != 0 || own != 0;
        return switch (rule) {
            case DEVICE -> own;
            case MAX -> Math.max(general, own);
            case OR -> either ? 1 : 0;
            case AND -> both ? 1 : 0;
            case REDIRECTS -> (device.get(FORWARDING) != 0 ? both : either) ? 1 : 0;
        };
    }
}
