package org.vethlab.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.row.RouteRow;
import org.vethlab.row.Standing;

/** The routes of a namespace, as the kernel lists them; of several with equal prefix, the one that it takes is marked. */
public final class RouteTable {
    private RouteTable() {}

    /** @param standings of each route, in the same order */
    public static Table of(String namespace, List<RouteRow> routes, List<Standing> standings) {
        Map<RouteRow, String> marks = marks(routes, standings);
        return RowTable.of("Routes of " + namespace, routes, route -> marks.getOrDefault(route, ""));
    }

    /** What to remark on each route. */
    public static Map<RouteRow, String> marks(List<RouteRow> routes, List<Standing> standings) {
        Map<RouteRow, String> marks = new HashMap<>();
        for (int i = 0; i < routes.size(); i++) {
            marks.put(routes.get(i), mark(standings.get(i)));
        }
        return marks;
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case ALONE -> "";
            case CHOSEN -> "chosen";
            case PASSED_OVER -> "equal prefix, not chosen";
        };
    }
}
