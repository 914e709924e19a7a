package org.vethlab.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.row.NeighbourRow;
import org.vethlab.row.RouteRow;

/**
 * The neighbours (ARP entries) of a namespace. Neighbour tables are per device, and a packet looks only into that of
 * the device which its route names: an entry on another device is of no use to it, and marked.
 */
public final class NeighbourTable {
    private NeighbourTable() {}

    /** @param routes by address, the route that a packet takes now */
    public static Table of(String namespace, List<NeighbourRow> neighbours, Map<String, RouteRow> routes) {
        Map<NeighbourRow, Remark> remarks = remarks(neighbours, routes);
        return RowTable.of("Neighbours of " + namespace, neighbours, each -> remarks.getOrDefault(each, Remark.NONE));
    }

    /** What to remark on each neighbour. */
    public static Map<NeighbourRow, Remark> remarks(List<NeighbourRow> neighbours, Map<String, RouteRow> routes) {
        Map<NeighbourRow, Remark> remarks = new HashMap<>();
        for (NeighbourRow each : neighbours) {
            remarks.put(each, Remark.wrong(conflict(each, Optional.ofNullable(routes.get(each.dst())))));
        }
        return remarks;
    }

    private static String conflict(NeighbourRow neighbour, Optional<RouteRow> route) {
        if (route.isEmpty()) {
            return "no route";
        }
        String device = route.get().dev().orElse("");
        return device.equals(neighbour.dev()) ? "" : "route says " + device;
    }
}
