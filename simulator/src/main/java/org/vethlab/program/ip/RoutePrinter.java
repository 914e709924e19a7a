package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Scope;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** Prints routes as print_route of iproute2's ip/iproute.c does. What a filter pins down is not printed again. */
final class RoutePrinter {
    private final IpContext ip;
    private final Printer out;
    private final RouteNames names;
    private final RouteFilter filter;
    private final boolean details;
    private final boolean statistics;

    RoutePrinter(IpContext ip, RouteNames names, RouteFilter filter) {
        this.ip = ip;
        this.out = ip.printer();
        this.names = names;
        this.filter = filter;
        this.details = ip.options().details();
        this.statistics = ip.options().statistics() > 0;
    }

    void print(RouteMessage route) {
        out.beginObject();
        printNode(route);
        printWay(route);
        if (!route.cloned()) {
            printOrigin(route);
        }
        if (route.preferredSource().isPresent() && !filter.pinsSource()) {
            address("prefsrc", "src", route.preferredSource().get());
        }
        if (route.metric().isPresent() && filter.metric.isEmpty()) {
            out.field("metric", "metric %s ", route.metric().getAsLong());
        }
        printFlags(route.flags());
        printAnswer(route);
        printMetrics(route);
        if (route.input().isPresent()) {
            device("iif", route.input().get());
        }
        route.preference().ifPresent(preference -> out.field("pref", "pref %s", preference));
        if (route.nextHopId() != 0 && details) {
            printObject(route.nextHopId());
        }
        printNextHops(route);
        out.text("\n");
        out.endObject();
    }

    private void printNode(RouteMessage route) {
        if (route.type() != RouteType.UNICAST || details) {
            out.field("type", "%s ", names.type(route.type()));
        }
        Color color = route.destination().map(RoutePrinter::color).orElse(Color.NONE);
        out.field(color, "dst", "%s ", destination(route));
        if (route.source().isPresent()) {
            IpAddress source = route.source().get();
            out.text("from ");
            out.field(color(source), "from", "%s ", source);
        }
        if (route.nextHopId() != 0) {
            out.field("nhid", "nhid %s ", Integer.toUnsignedLong(route.nextHopId()));
        }
        if (route.tos() != 0 && filter.tos.isEmpty()) {
            out.field("tos", "tos %s ", names.service(route.tos()));
        }
    }

    private static String destination(RouteMessage route) {
        if (route.destination().isEmpty()) {
            return "default";
        }
        IpAddress address = route.destination().get();
        return route.destinationLength() == address.length()
                ? address.toString()
                : address + "/" + route.destinationLength();
    }

    private void printWay(RouteMessage route) {
        route.gateway().ifPresent(gateway -> gateway(route, gateway));
        if (route.device().isPresent() && filter.device.isEmpty()) {
            device("dev", route.device().get());
        }
        if (route.table() != 0 && (route.table() != Routing.TABLE_MAIN || details) && filter.table == 0) {
            out.field("table", "table %s ", names.table(route.table()));
        }
    }

    /** A gateway of another family than the route's is told with its family (RTA_VIA). */
    private void gateway(RouteMessage route, IpAddress gateway) {
        if (route.isIpv6() == (gateway.length() == 128)) {
            if (!filter.pinsGateway()) {
                address("gateway", "via", gateway);
            }
            return;
        }
        out.beginObject("via");
        out.field("family", "via %s ", "inet6");
        out.field(color(gateway), "host", "%s ", gateway);
        out.endObject();
    }

    private void printOrigin(RouteMessage route) {
        if ((route.protocol() != RouteProtocol.BOOT || details) && filter.protocol.isEmpty()) {
            out.field("protocol", "proto %s ", names.protocol(route.protocol()));
        }
        if ((!route.scope().equals(Scope.GLOBAL) || details) && filter.scope.isEmpty()) {
            out.field("scope", "scope %s ", names.scope(route.scope()));
        }
    }

    private void printFlags(List<String> flags) {
        out.beginArray("flags");
        flags.forEach(flag -> out.element("%s ", flag));
        out.endArray();
    }

    private void printAnswer(RouteMessage route) {
        if (route.mark() != 0) {
            if (out.isJson()) {
                out.hidden("mark", Integer.toUnsignedLong(route.mark()));
            } else {
                out.text("mark " + mark(route.mark()) + " ");
            }
        }
        if (route.realms() != 0 && !filter.pinsRealms()) {
            realms(route.realms());
        }
        if (route.user().isPresent()) {
            out.field("uid", "uid %s ", route.user().getAsInt());
        }
        if (route.isIpv6()) {
            printExpiry(route);
            return;
        }
        if (!route.cloned()) {
            return;
        }
        out.newline();
        out.text("    cache ");
        printCacheFlags(route.cacheFlags());
        printExpiry(route);
        if (statistics) {
            // The answer itself and the next hop's cache hold the entry.
            out.field("users", "users %s ", 2);
        }
    }

    private void printExpiry(RouteMessage route) {
        if (route.expires().isPresent()) {
            out.field("expires", "expires %ssec ", route.expires().getAsLong());
        }
    }

    private static String mark(int mark) {
        return mark >= 0 && mark < 16 ? Integer.toString(mark) : "0x" + Integer.toHexString(mark);
    }

    private void printCacheFlags(List<String> flags) {
        if (!out.isJson()) {
            out.text(flags.isEmpty() ? "" : "<" + String.join(",", flags) + "> ");
            return;
        }
        out.beginArray("cache");
        flags.forEach(flag -> out.element("%s", flag));
        out.endArray();
    }

    private void realms(int realms) {
        int from = realms >>> 16;
        out.text(from == 0 ? "realm " : "realms ");
        out.beginObject("flow");
        if (from != 0) {
            out.field("from", "%s/", names.realm(from));
        }
        out.field("to", "%s ", names.realm(realms & 0xffff));
        out.endObject();
    }

    private void printMetrics(RouteMessage route) {
        if (route.metrics().isEmpty()) {
            return;
        }
        out.beginArray("metrics");
        out.beginObject();
        for (RouteMetric metric : RouteMetric.values()) {
            Optional<Long> value = Optional.ofNullable(route.metrics().values().get(metric));
            boolean locked = route.metrics().isLocked(metric);
            if (value.isEmpty() && !locked) {
                continue;
            }
            out.text(metric.text() + " " + (locked ? "lock " : ""));
            printMetric(metric, value.orElse(0L));
        }
        if (!route.metrics().congestionControl().isEmpty()) {
            out.text("congctl ");
            out.field("congestion", "%s ", route.metrics().congestionControl());
        }
        out.endObject();
        out.endArray();
    }

    /** Round trip times are kept in fractions of a millisecond: eighths, and quarters for the variance. */
    private void printMetric(RouteMetric metric, long value) {
        switch (metric) {
            case FEATURES -> {
                if ((value & 1) != 0) {
                    out.empty("ecn", "ecn ");
                }
            }
            case RTT -> printTime(metric, value / 8);
            case RTTVAR -> printTime(metric, value / 4);
            case RTO_MIN -> printTime(metric, value);
            default -> out.field(metric.text(), "%s ", value);
        }
    }

    private void printTime(RouteMetric metric, long millis) {
        if (millis < 1000 || out.isJson()) {
            out.field(metric.text(), "%sms ", millis);
            return;
        }
        String seconds = String.valueOf(millis / 1000.0);
        out.text((seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + "s ");
    }

    private void printObject(int id) {
        ip.net().ipv4().routing().nextHops().find(id).ifPresent(object -> {
            out.text("\n\tnh_info ");
            out.beginObject("nh_info");
            new NexthopPrinter(ip, names).printFields(object);
            out.endObject();
        });
    }

    private void printNextHops(RouteMessage route) {
        if (route.nextHops().isEmpty()) {
            return;
        }
        out.beginArray("nexthops");
        for (NextHop hop : route.nextHops()) {
            out.beginObject();
            out.newline();
            out.text("\tnexthop ");
            hop.gateway().ifPresent(gateway -> gateway(route, gateway));
            if (hop.realm() != 0) {
                realms(hop.realm());
            }
            hop.device().ifPresent(device -> out.field("dev", "dev %s ", device.name()));
            out.field("weight", "weight %s ", hop.weight());
            printFlags(RouteMessage.flags(hop));
            out.endObject();
        }
        out.endArray();
    }

    private void address(String key, String word, IpAddress address) {
        out.text(word + " ");
        out.field(color(address), key, "%s ", address);
    }

    private void device(String key, Device device) {
        out.text(key + " ");
        out.field(Color.IFNAME, key, "%s ", device.name());
    }

    private static Color color(IpAddress address) {
        return Color.ofAddress(address.toString());
    }
}
