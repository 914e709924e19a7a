package org.vethlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The neighbours (ARP entries) of a namespace. Neighbour tables are per device, and a packet looks only into that of
 * the device which its route names: an entry on another device is of no use to it, and marked.
 */
public final class NeighbourTable {
    private static final List<String> COLUMNS = List.of("address", "device", "link-layer address", "state");

    private NeighbourTable() {}

    /**
     * A neighbour.
     *
     * @param routeDevice the device by which the kernel would send to this address now; empty if there is no route
     */
    public record Neighbour(
            String address, String device, Optional<String> linkAddress, String state, Optional<String> routeDevice) {
        private String mark() {
            if (routeDevice.isEmpty()) {
                return "no route";
            }
            return routeDevice.get().equals(device) ? "" : "route says " + routeDevice.get();
        }
    }

    public static Table of(String namespace, List<Neighbour> neighbours) {
        List<Table.Row> rows = new ArrayList<>();
        for (Neighbour each : neighbours) {
            List<String> cells =
                    List.of(each.address(), each.device(), each.linkAddress().orElse(""), each.state());
            rows.add(new Table.Row(cells, each.mark()));
        }
        return new Table("Neighbours of " + namespace, COLUMNS, rows);
    }
}
