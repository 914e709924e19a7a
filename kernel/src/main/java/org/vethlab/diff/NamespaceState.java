package org.vethlab.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
 * What there is in a namespace, unread: of hundreds of namespaces a command changes a few, and only those are worth
 * reading.
 *
 * @param answers of its kernel
 * @param sysctlState to be compared only
 * @param sysctls read from the lab when they are wanted, which has to be before anything else happens there
 */
record NamespaceState(Map<String, String> answers, List<Object> sysctlState, Supplier<Map<String, String>> sysctls) {
    /** A real lab's sysctls are left out: to ask for each of them takes too long. */
    static NamespaceState of(Lab lab, Place place) {
        Map<String, String> answers = new Rows(lab, place).answers();
        return lab instanceof SimulatedLab simulated
                ? new NamespaceState(answers, simulated.sysctlState(place), () -> simulated.sysctls(place))
                : new NamespaceState(answers, List.of(), Map::of);
    }

    boolean isSameAs(NamespaceState other) {
        return answers.equals(other.answers) && hasSameSysctls(other);
    }

    private boolean hasSameSysctls(NamespaceState other) {
        return sysctlState.equals(other.sysctlState);
    }

    /** All that is in it but its sysctls. */
    List<Item> items() {
        return new Reader(Rows.of(answers), new ArrayList<>()).read();
    }

    /** The same, and its sysctls unless another state has the same ones. */
    List<Item> items(NamespaceState other) {
        List<Item> items = items();
        if (!hasSameSysctls(other)) {
            sysctls.get().forEach((name, value) -> items.add(new Item("sysctl", name, Map.of("value", value))));
        }
        return items;
    }

    /** Reads the rows. */
    private record Reader(Rows rows, List<Item> items) {
        List<Item> read() {
            List<DeviceRow> devices = rows.devices();
            devices.forEach(device -> add("link", List.of(device.link()), "device"));
            devices.forEach(device -> add("address", settled(device.addresses()), "device", "address"));
            add("route", rows.routes(), "destination", "via", "device", "metric");
            add("route", rows.routes6(), "destination", "via", "device", "metric");
            add("rule", rows.rules(), "priority", "from", "to", "action");
            add("neighbour", rows.neighbours(), "address", "device");
            add("neighbour", rows.neighbours6(), "address", "device");
            add("fdb", learnt(devices), "link-layer address", "port", "VLAN");
            return items;
        }

        /** That an address is still being checked passes by itself. */
        private static List<AddressRow> settled(List<AddressRow> addresses) {
            return addresses.stream().map(AddressRow::settled).toList();
        }

        private void add(String what, List<? extends Row> found, String... key) {
            found.forEach(row -> items.add(Item.of(what, row, List.of(key))));
        }

        /** Not the entries that each port has for itself and for the groups it listens to: they come with the port. */
        private List<FdbRow> learnt(List<DeviceRow> devices) {
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
    }
}
