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
        Map<RouteRow, Remark> remarks = remarks(routes, standings);
        return RowTable.of("Routes of " + namespace, routes, route -> remarks.getOrDefault(route, Remark.NONE));
    }

    /** What to remark on each route. */
    public static Map<RouteRow, Remark> remarks(List<RouteRow> routes, List<Standing> standings) {
        Map<RouteRow, Remark> remarks = new HashMap<>();
        for (int i = 0; i < routes.size(); i++) {
            remarks.put(routes.get(i), remark(standings.get(i)));
        }
        return remarks;
    }

    private static Remark remark(Standing standing) {
        return switch (standing) {
            case ALONE -> Remark.NONE;
            case CHOSEN -> new Remark(Remark.Tone.CHOSEN, "chosen");
            case PASSED_OVER -> new Remark(Remark.Tone.PASSED_OVER, "equal prefix, not chosen");
        };
    }
}
