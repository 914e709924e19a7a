package org.vethlab.net.ipv6;

import org.vethlab.net.Sysctls;
import org.vethlab.net.sysctl.Setting;

/** The settings of net.ipv6 that belong to no device and that each packet may ask for. */
final class Ipv6Settings {
    final Setting autoFlowLabels;
    final Setting nonlocalBind;
    final Setting fragmentTime;
    final Setting icmpRateLimit;
    final Setting fwmarkReflect;
    final Setting echoIgnoreAll;
    final Setting echoIgnoreMulticast;

    Ipv6Settings(Sysctls sysctls) {
        autoFlowLabels = sysctls.setting("net/ipv6/auto_flowlabels");
        nonlocalBind = sysctls.setting("net/ipv6/ip_nonlocal_bind");
        fragmentTime = sysctls.setting("net/ipv6/ip6frag_time");
        icmpRateLimit = sysctls.setting("net/ipv6/icmp/ratelimit");
        fwmarkReflect = sysctls.setting("net/ipv6/fwmark_reflect");
        echoIgnoreAll = sysctls.setting("net/ipv6/icmp/echo_ignore_all");
        echoIgnoreMulticast = sysctls.setting("net/ipv6/icmp/echo_ignore_multicast");
    }
}
