package org.vethlab.picture;

import java.util.ArrayList;
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
    private static final List<String> COLUMNS = List.of("address", "device", "link-layer address", "state");

    private NeighbourTable() {}

    /** @param routes by address, the route that a packet takes now */
    public static Table of(String namespace, List<NeighbourRow> neighbours, Map<String, RouteRow> routes) {
        List<Table.Row> rows = new ArrayList<>();
        for (NeighbourRow each : neighbours) {
            List<String> cells = List.of(each.dst(), each.dev(), each.lladdr().orElse(""), each.state());
            rows.add(new Table.Row(cells, mark(each, Optional.ofNullable(routes.get(each.dst())))));
        }
        return new Table("Neighbours of " + namespace, COLUMNS, rows);
    }

    private static String mark(NeighbourRow neighbour, Optional<RouteRow> route) {
        if (route.isEmpty()) {
            return "no route";
        }
        String device = route.get().dev().orElse("");
        return device.equals(neighbour.dev()) ? "" : "route says " + device;
    }
}
