package org.vethlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vethlab.row.RouteRow;
import org.vethlab.row.RouteRow.NexthopRow;
import org.vethlab.row.Standing;

/** The routes of a namespace, as the kernel lists them; of several with equal prefix, the one that it takes is marked. */
public final class RouteTable {
    private static final List<String> COLUMNS = List.of("destination", "via", "device", "source", "metric", "scope");

    private RouteTable() {}

    public static Table of(String namespace, List<RouteRow> routes, List<Standing> standings) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            rows.add(new Table.Row(cells(routes.get(i)), mark(standings.get(i))));
        }
        return new Table("Routes of " + namespace, COLUMNS, rows);
    }

    private static List<String> cells(RouteRow route) {
        String type = route.isUnicast() ? "" : route.type() + " ";
        return List.of(
                type + route.dst(),
                each(route, NexthopRow::gateway, route.gateway()),
                each(route, hop -> Optional.of(hop.dev()), route.dev()),
                route.prefsrc().orElse(""),
                route.metric() == 0 ? "" : Integer.toString(route.metric()),
                route.scope().orElse(""));
    }

    /** Of a route with several next hops, what each of them has. */
    private static String each(
            RouteRow route, Function<NexthopRow, Optional<String>> field, Optional<String> otherwise) {
        return route.nexthops().isEmpty()
                ? otherwise.orElse("")
                : route.nexthops().stream()
                        .map(hop -> field.apply(hop).orElse("–"))
                        .collect(Collectors.joining(", "));
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case ALONE -> "";
            case CHOSEN -> "chosen";
            case PASSED_OVER -> "equal prefix, not chosen";
        };
    }
}
