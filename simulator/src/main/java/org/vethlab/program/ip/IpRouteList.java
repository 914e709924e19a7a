package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteMatch;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteMatch;
import org.vethlab.net.route6.Ipv6Routing;
import org.vethlab.program.Arguments;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip route show} and {@code ip route flush}. */
final class IpRouteList {
    private static final int FAILED = 2;

    private final IpContext ip;
    private final RouteNames names;

    IpRouteList(IpContext ip, RouteNames names) {
        this.ip = ip;
        this.names = names;
    }

    int list(Arguments words) {
        RouteFilter filter = new RouteFilterParser(ip, names, words).parse();
        RoutePrinter printer = new RoutePrinter(ip, names, filter);
        List<RouteMessage> routes;
        try {
            routes = dump(filter);
        } catch (NetException refused) {
            // A main table that nobody has made yet is an empty one.
            if (filter.table != Routing.TABLE_MAIN) {
                ip.fail(refused);
                return ip.fail(FAILED, "Dump terminated");
            }
            routes = List.of();
        }
        ip.printer().beginList();
        routes.stream().filter(filter::accepts).forEach(printer::print);
        ip.printer().endList();
        return 0;
    }

    /** What the kernel hands over: one table, or all of both families; or what ICMP has taught. */
    private List<RouteMessage> dump(RouteFilter filter) {
        List<RouteMessage> routes = new ArrayList<>();
        Family family = family(filter);
        if (family != Family.INET6 && filter.cache) {
            Routing routing = ip.net().ipv4().routing();
            for (Ipv4Address destination : routing.cached()) {
                routes.add(RouteMessage.cached(destination, routing.lookup(FlowKey.to(destination))));
            }
        } else if (family != Family.INET6) {
            for (Route route : ipv4(filter.table)) {
                routes.add(RouteMessage.of(route));
            }
        }
        if (family != Family.INET) {
            routes.addAll(ipv6(filter));
        }
        return routes;
    }

    private List<RouteMessage> ipv6(RouteFilter filter) {
        Ipv6RouteMessages messages =
                new Ipv6RouteMessages(ip.net().world().clock().now());
        Ipv6Routing routing = ip.net().ipv6().routing();
        if (filter.cache) {
            return routing.cache().stream().map(messages::of).toList();
        }
        return ipv6(filter.table).stream().map(messages::of).toList();
    }

    private List<Ipv6Route> ipv6(int table) {
        Ipv6Routing routing = ip.net().ipv6().routing();
        if (table != 0) {
            return routing.routes(table)
                    .orElseThrow(() -> new NetException(Errno.ENOENT, "ipv6: FIB table does not exist"));
        }
        List<Ipv6Route> all = new ArrayList<>();
        routing.tables().forEach(number -> routing.routes(number).ifPresent(all::addAll));
        return all;
    }

    private Family family(RouteFilter filter) {
        Family family = ip.options().family();
        return family == Family.UNSPEC && filter.table != 0 ? Family.INET : family;
    }

    private List<Route> ipv4(int table) {
        Routing routing = ip.net().ipv4().routing();
        if (table != 0) {
            return routing.routes(table)
                    .orElseThrow(() -> new NetException(Errno.ENOENT, "ipv4: FIB table does not exist"));
        }
        List<Route> all = new ArrayList<>();
        routing.tables().forEach(number -> routing.routes(number).ifPresent(all::addAll));
        return all;
    }

    int flush(Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "\"ip route flush\" requires arguments.");
        }
        RouteFilter filter = new RouteFilterParser(ip, names, words).parse();
        Family family = family(filter);
        if (filter.cache) {
            flushCache(family);
            return 0;
        }
        return flushTables(family == Family.INET6 ? () -> doomed6(filter) : () -> doomed4(filter));
    }

    private void flushCache(Family family) {
        boolean verbose = ip.options().statistics() > 0;
        if (family != Family.INET6) {
            ip.net().ipv4().routing().flushCache();
            ip.print(verbose ? "*** IPv4 routing cache is flushed.\n" : "");
        }
        if (family != Family.INET) {
            ip.net().ipv6().routing().flushCache();
        }
    }

    /** What one round of a flush deletes. */
    private List<Runnable> doomed4(RouteFilter filter) {
        Routing routing = ip.net().ipv4().routing();
        return ipv4(filter.table).stream()
                .filter(route -> filter.accepts(RouteMessage.of(route)))
                .<Runnable>map(route -> () -> routing.delete(RouteMatch.of(route)))
                .toList();
    }

    private List<Runnable> doomed6(RouteFilter filter) {
        Ipv6RouteMessages messages =
                new Ipv6RouteMessages(ip.net().world().clock().now());
        Ipv6Routing routing = ip.net().ipv6().routing();
        return ipv6(filter.table).stream()
                .filter(route -> filter.accepts(messages.of(route)))
                .<Runnable>map(route -> () -> routing.delete(Ipv6RouteMatch.of(route)))
                .toList();
    }

    /** Round after round, until a dump finds nothing that fits; each round deletes what its dump listed. */
    private int flushTables(Supplier<List<Runnable>> dump) {
        boolean verbose = ip.options().statistics() > 0;
        for (int round = 0; ; round++) {
            List<Runnable> doomed;
            try {
                doomed = dump.get();
            } catch (NetException refused) {
                ip.fail(refused);
                return ip.fail(FAILED, "Flush terminated");
            }
            if (doomed.isEmpty()) {
                ip.print(verbose ? end(round) : "");
                return 0;
            }
            if (verbose) {
                ip.print("\n*** Round " + (round + 1) + ", deleting " + doomed.size() + " entries ***\n");
            }
            doomed.forEach(IpRouteList::delete);
        }
    }

    private static String end(int rounds) {
        return rounds == 0
                ? "Nothing to flush.\n"
                : "*** Flush is complete after " + rounds + " round" + (rounds > 1 ? "s" : "") + " ***\n";
    }

    private static void delete(Runnable deletion) {
        try {
            deletion.run();
        } catch (NetException gone) {
            if (gone.errno() != Errno.ESRCH) {
                throw gone;
            }
        }
    }
}
