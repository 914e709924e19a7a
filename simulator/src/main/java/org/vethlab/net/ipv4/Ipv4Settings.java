package org.vethlab.net.ipv4;

import org.vethlab.net.Sysctls;
import org.vethlab.net.sysctl.Setting;

/** The settings of net.ipv4 that belong to no device and that each packet may ask for. */
final class Ipv4Settings {
    final Setting defaultTtl;
    final Setting forwardUsesPathMtu;
    final Setting nonlocalBind;
    final Setting fragmentTime;
    final Setting echoIgnoreAll;
    final Setting echoIgnoreBroadcasts;
    final Setting errorsUseInboundAddress;
    final Setting icmpRateLimit;
    final Setting icmpRateMask;
    final Setting icmpPerSecond;
    final Setting icmpBurst;

    Ipv4Settings(Sysctls sysctls) {
        defaultTtl = sysctls.setting("net/ipv4/ip_default_ttl");
        forwardUsesPathMtu = sysctls.setting("net/ipv4/ip_forward_use_pmtu");
        nonlocalBind = sysctls.setting("net/ipv4/ip_nonlocal_bind");
        fragmentTime = sysctls.setting("net/ipv4/ipfrag_time");
        echoIgnoreAll = sysctls.setting("net/ipv4/icmp_echo_ignore_all");
        echoIgnoreBroadcasts = sysctls.setting("net/ipv4/icmp_echo_ignore_broadcasts");
        errorsUseInboundAddress = sysctls.setting("net/ipv4/icmp_errors_use_inbound_ifaddr");
        icmpRateLimit = sysctls.setting("net/ipv4/icmp_ratelimit");
        icmpRateMask = sysctls.setting("net/ipv4/icmp_ratemask");
        icmpPerSecond = sysctls.setting("net/ipv4/icmp_msgs_per_sec");
        icmpBurst = sysctls.setting("net/ipv4/icmp_msgs_burst");
    }
}
