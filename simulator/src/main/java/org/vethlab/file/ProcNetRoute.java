package org.vethlab.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;

/** /proc/net/route: the main table, each route with its first next hop alone (fib_route_seq_show). */
final class ProcNetRoute {
    private static final int UP = 0x1;
    private static final int GATEWAY = 0x2;
    private static final int HOST = 0x4;
    private static final int REJECT = 0x200;
    /** Lines are padded to this width, the newline apart. */
    private static final int WIDTH = 127;

    private ProcNetRoute() {}

    static String text(Namespace net) {
        StringBuilder text = new StringBuilder(
                pad("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT"));
        Optional<List<Route>> routes = net.ipv4().routing().routes(Routing.TABLE_MAIN);
        if (routes.isEmpty()) {
            return ""; // nobody has made the table yet
        }
        for (Route route : routes.get()) {
            if (route.type() != RouteType.BROADCAST && route.type() != RouteType.MULTICAST) {
                text.append(pad(row(route)));
            }
        }
        return text.toString();
    }

    private static String pad(String line) {
        return line + " ".repeat(Math.max(0, WIDTH - line.length())) + "\n";
    }

    private static String row(Route route) {
        Optional<NextHop> hop = route.nextHops().stream().findFirst();
        Optional<Ipv4Address> gateway = hop.flatMap(NextHop::gateway)
                .filter(Ipv4Address.class::isInstance)
                .map(Ipv4Address.class::cast);
        long mss = metric(route, RouteMetric.ADVMSS);
        return String.format(
                Locale.ROOT,
                "%s\t%08X\t%08X\t%04X\t%d\t%d\t%d\t%08X\t%d\t%d\t%d",
                hop.flatMap(NextHop::device).map(Device::name).orElse("*"),
                asHost(route.destination().network()),
                asHost(gateway.orElse(Ipv4Address.ANY)),
                flags(route, gateway.isPresent()),
                0,
                0,
                route.metric(),
                asHost(route.destination().netmask()),
                mss == 0 ? 0 : mss + 40,
                metric(route, RouteMetric.WINDOW),
                metric(route, RouteMetric.RTT) / 8);
    }

    private static long metric(Route route, RouteMetric metric) {
        return route.metrics().get(metric).orElse(0);
    }

    /** In network order, read by a little-endian machine. */
    private static int asHost(Ipv4Address address) {
        return Integer.reverseBytes(address.bits());
    }

    private static int flags(Route route, boolean gateway) {
        boolean reject = route.type() == RouteType.UNREACHABLE || route.type() == RouteType.PROHIBIT;
        return UP | (gateway ? GATEWAY : 0) | (route.destination().length() == 32 ? HOST : 0) | (reject ? REJECT : 0);
    }
}
