package org.vethlab.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.row.AddressRow;
import org.vethlab.row.DeviceRow;
import org.vethlab.row.FdbRow;
import org.vethlab.row.LinkRow;
import org.vethlab.row.Row;
import org.vethlab.row.Rows;

/**
 * What there is in a lab: devices, addresses, routes, rules, neighbours, forwarding databases, network sysctls.
 *
 * @param places what there is in each namespace, in the lab's order
 */
public record Snapshot(Map<String, List<Item>> places) {
    public static Snapshot of(Lab lab) {
        return new SnapshotTask(lab).run();
    }

    /** What there is in one namespace. */
    static List<Item> read(Lab lab, Place place) {
        return new Reader(lab, place).read();
    }

    /** Reads the rows of one namespace. */
    private record Reader(Lab lab, Place place, List<Item> items) {
        Reader(Lab lab, Place place) {
            this(lab, place, new ArrayList<>());
        }

        List<Item> read() {
            Rows rows = new Rows(lab, place);
            List<DeviceRow> devices = rows.devices();
            devices.forEach(device -> add("link", List.of(device.link()), "device"));
            devices.forEach(device -> add("address", settled(device.addresses()), "device", "address"));
            add("route", rows.routes(), "destination", "via", "device", "metric");
            add("route", rows.routes6(), "destination", "via", "device", "metric");
            add("rule", rows.rules(), "priority", "from", "to", "action");
            add("neighbour", rows.neighbours(), "address", "device");
            add("neighbour", rows.neighbours6(), "address", "device");
            add("fdb", learnt(rows, devices), "link-layer address", "port", "VLAN");
            sysctls();
            return items;
        }

        /** That an address is still being checked passes by itself. */
        private static List<AddressRow> settled(List<AddressRow> addresses) {
            return addresses.stream().map(AddressRow::settled).toList();
        }

        private void add(String what, List<? extends Row> rows, String... key) {
            rows.forEach(row -> items.add(Item.of(what, row, List.of(key))));
        }

        /** Not the entries that each port has for itself and for the groups it listens to: they come with the port. */
        private static List<FdbRow> learnt(Rows rows, List<DeviceRow> devices) {
            Set<String> own = devices.stream()
                    .map(DeviceRow::link)
                    .map(LinkRow::address)
                    .flatMap(java.util.Optional::stream)
                    .collect(Collectors.toSet());
            return rows.fdb().stream()
                    .filter(entry -> !entry.mac().startsWith("33:33:")
                            && !entry.mac().startsWith("01:")
                            && !own.contains(entry.mac()))
                    .toList();
        }

        /** Where that costs nothing. */
        private void sysctls() {
            if (lab instanceof SimulatedLab simulated) {
                simulated
                        .sysctls(place)
                        .forEach((name, value) -> items.add(new Item("sysctl", name, Map.of("value", value))));
            }
        }
    }
}
