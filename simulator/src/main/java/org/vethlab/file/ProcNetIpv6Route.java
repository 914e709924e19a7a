package org.vethlab.file;

import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route6.Ipv6Route;

/** /proc/net/ipv6_route: all tables, one line for each next hop, all numbers hexadecimal (ipv6_route_seq_show). */
final class ProcNetIpv6Route {
    private static final int UP = 0x1;
    private static final int GATEWAY = 0x2;
    private static final int HOST = 0x4;
    private static final int REJECT = 0x200;
    private static final int NO_NEXT_HOP = 0x20_0000;
    private static final int EXPIRES = 0x40_0000;
    private static final int LOCAL = 0x8000_0000;

    private ProcNetIpv6Route() {}

    /** A table without a default route ends with one that leads nowhere. */
    static String text(Namespace net) {
        StringBuilder text = new StringBuilder();
        for (int table : net.ipv6().routing().tables()) {
            boolean hasDefault = false;
            for (Ipv6Route route : net.ipv6().routing().routes(table).orElseThrow()) {
                hasDefault |= route.destination().length() == 0;
                route.nextHops().forEach(hop -> text.append(line(route, hop)));
            }
            if (!hasDefault) {
                text.append(row(Ipv6Prefix.DEFAULT, Ipv6Address.ANY, 0xffff_ffffL, 1, NO_NEXT_HOP | REJECT, "lo"));
            }
        }
        return text.toString();
    }

    private static String line(Ipv6Route route, NextHop hop) {
        Ipv6Address gateway = hop.gateway()
                .filter(Ipv6Address.class::isInstance)
                .map(Ipv6Address.class::cast)
                .orElse(Ipv6Address.ANY);
        boolean own = route.type() == RouteType.LOCAL;
        String device = hop.device().map(Device::name).orElse("lo");
        return row(route.destination(), gateway, route.metric(), own ? 2 : 1, flags(route, hop), device);
    }

    private static int flags(Ipv6Route route, NextHop hop) {
        boolean reject = route.type().error().isPresent();
        boolean own = route.type() == RouteType.LOCAL;
        int flags = UP | (reject ? REJECT | NO_NEXT_HOP : 0) | (own ? LOCAL | NO_NEXT_HOP : 0);
        boolean host = route.destination().length() == 128 && !own;
        flags |= hop.gateway().isPresent() ? GATEWAY | (host ? HOST : 0) : 0;
        return flags | (route.expires().isPresent() ? EXPIRES : 0);
    }

    private static String row(
            Ipv6Prefix destination, Ipv6Address gateway, long metric, int references, int flags, String device) {
        return String.format(
                "%s %02x %s 00 %s %08x %08x %08x %08x %8s\n",
                digits(destination.network()),
                destination.length(),
                digits(Ipv6Address.ANY),
                digits(gateway),
                metric,
                references,
                0,
                flags,
                device);
    }

    private static String digits(Ipv6Address address) {
        return String.format("%016x%016x", address.high(), address.low());
    }
}
