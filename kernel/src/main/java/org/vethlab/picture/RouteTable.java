package org.vethlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes of a namespace, as the kernel lists them; of several with equal prefix, the one that it takes is marked. */
public final class RouteTable {
    private static final List<String> COLUMNS = List.of("destination", "via", "device", "source", "metric", "scope");

    private RouteTable() {}

    /**
     * A route.
     *
     * @param destination a prefix, or {@code default}
     * @param via the gateway; empty if the destination is on the link
     */
    public record Route(
            String destination,
            Optional<String> via,
            String device,
            Optional<String> source,
            Optional<String> metric,
            Optional<String> scope) {}

    /** What is known of a route beyond its row: the kernel takes it, or passes it over for one with an equal prefix. */
    public enum Standing {
        ALONE(""),
        CHOSEN("chosen"),
        PASSED_OVER("equal prefix, not chosen");

        private final String mark;

        Standing(String mark) {
            this.mark = mark;
        }
    }

    public static Table of(String namespace, List<Route> routes, List<Standing> standings) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            List<String> cells = List.of(
                    route.destination(),
                    route.via().orElse(""),
                    route.device(),
                    route.source().orElse(""),
                    route.metric().orElse(""),
                    route.scope().orElse(""));
            rows.add(new Table.Row(cells, standings.get(i).mark));
        }
        return new Table("Routes of " + namespace, COLUMNS, rows);
    }
}
