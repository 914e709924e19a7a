package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteMatch;
import org.vethlab.net.route.Routing;
import org.vethlab.program.Arguments;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip route show} and {@code ip route flush}. */
final class IpRouteList {
    private static final int FAILED = 2;
    private static final Set<Integer> IPV6_TABLES = Set.of(Routing.TABLE_MAIN, Routing.TABLE_LOCAL);

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

    /** What the kernel hands over: one table, or all of both families; IPv4 has no cached routes any more. */
    private List<RouteMessage> dump(RouteFilter filter) {
        List<RouteMessage> routes = new ArrayList<>();
        Family family = family(filter);
        if (filter.cache) {
            return routes;
        }
        if (family != Family.INET6) {
            for (Route route : ipv4(filter.table)) {
                routes.add(RouteMessage.of(route));
            }
        }
        if (family != Family.INET) {
            if (family == Family.INET6 && filter.table != 0 && !IPV6_TABLES.contains(filter.table)) {
                throw new NetException(Errno.ENOENT, "ipv6: FIB table does not exist");
            }
            ip.net().ipv6().routes().forEach(route -> routes.add(RouteMessage.of(route)));
        }
        return routes;
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
            ip.net().ipv4().routing().flushCache();
            ip.print(ip.options().statistics() > 0 ? "*** IPv4 routing cache is flushed.\n" : "");
            return 0;
        }
        return family == Family.INET6 ? 0 : flushTables(filter);
    }

    /** Round after round, until a dump finds nothing that fits; each round deletes what its dump listed. */
    private int flushTables(RouteFilter filter) {
        boolean verbose = ip.options().statistics() > 0;
        for (int round = 0; ; round++) {
            List<Route> doomed;
            try {
                doomed = ipv4(filter.table).stream()
                        .filter(route -> filter.accepts(RouteMessage.of(route)))
                        .toList();
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
            for (Route route : doomed) {
                delete(route);
            }
        }
    }

    private static String end(int rounds) {
        return rounds == 0
                ? "Nothing to flush.\n"
                : "*** Flush is complete after " + rounds + " round" + (rounds > 1 ? "s" : "") + " ***\n";
    }

    private void delete(Route route) {
        try {
            ip.net().ipv4().routing().delete(RouteMatch.of(route));
        } catch (NetException gone) {
            if (gone.errno() != Errno.ESRCH) {
                throw gone;
            }
        }
    }
}
