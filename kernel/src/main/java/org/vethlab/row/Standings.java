package org.vethlab.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;

/** Of IPv4 routes with equal prefix and metric, which one a packet takes: the kernel itself says so. */
final class Standings {
    /** Addresses tried to learn which of equal routes is taken: some may have a more specific route. */
    private static final int TRIES = 8;

    private final Rows rows;

    Standings(Rows rows) {
        this.rows = rows;
    }

    List<Standing> of(List<RouteRow> routes) {
        Map<String, List<RouteRow>> equals = routes.stream()
                .collect(Collectors.groupingBy(route -> route.table() + " " + route.dst() + " " + route.metric()));
        Map<RouteRow, Standing> known = new HashMap<>();
        for (List<RouteRow> group : equals.values()) {
            if (group.size() > 1) {
                chosen(group)
                        .ifPresent(taken -> group.forEach(route ->
                                known.put(route, route.equals(taken) ? Standing.CHOSEN : Standing.PASSED_OVER)));
            }
        }
        return routes.stream()
                .map(route -> known.getOrDefault(route, Standing.ALONE))
                .toList();
    }

    private Optional<RouteRow> chosen(List<RouteRow> group) {
        List<String> addresses = addressesIn(group.get(0).dst());
        Map<String, RouteRow> answers = rows.lookup(addresses);
        for (String address : addresses) {
            RouteRow answer = answers.get(address);
            for (RouteRow route : group) {
                if (answer != null && leads(answer, route)) {
                    return Optional.of(route);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean leads(RouteRow answer, RouteRow route) {
        return answer.isUnicast()
                && answer.dev().equals(route.dev())
                && answer.gateway().equals(route.gateway());
    }

    /** Some hosts of a prefix, from its end: its beginning is where addresses of one's own often lie. */
    private static List<String> addressesIn(String destination) {
        String[] parts = (destination.equals("default") ? "0.0.0.0/0" : destination).split("/");
        int length = parts.length == 1 ? 32 : Integer.parseInt(parts[1]);
        Ipv4Prefix prefix = Ipv4Prefix.of(Ipv4Address.parse(parts[0]), length);
        if (length >= 31) {
            return List.of(parts[0], prefix.broadcast().toString());
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 1; i <= TRIES; i++) {
            Ipv4Address address = new Ipv4Address(prefix.broadcast().bits() - i);
            if (prefix.contains(address)) {
                addresses.add(address.toString());
            }
        }
        return addresses;
    }
}
