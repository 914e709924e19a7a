package org.vethlab.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vethlab.row.Row;

/**
 * A row, as something that stays itself while fields of it change.
 *
 * @param what kind of row it is
 * @param name by which it is known in its namespace
 * @param details its other fields by column
 */
record Item(String what, String name, Map<String, String> details) {
    /** @param key the columns by which it is known */
    static Item of(String what, Row row, List<String> key) {
        Map<String, String> details = new LinkedHashMap<>();
        row.fields().stream()
                .filter(field -> !key.contains(field.column()))
                .forEach(field -> details.put(field.column(), field.text()));
        String name = row.fields().stream()
                .filter(field -> key.contains(field.column()) && !field.text().isEmpty())
                .map(Item::word)
                .collect(Collectors.joining(" "));
        return new Item(what, name, details);
    }

    /** As ip has it: {@code 192.168.5.0/24 dev veth1R via 10.0.0.1}. */
    private static String word(Row.Field field) {
        return switch (field.column()) {
            case "via", "metric" -> field.column() + " " + field.text();
            case "device", "port" -> "dev " + field.text();
            case "VLAN" -> "vlan " + field.text();
            default -> field.text();
        };
    }

    /** What there is to say of it beside its name. */
    String all() {
        return details.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Of its fields those that another state of it has otherwise. */
    String unlike(Item other) {
        return details.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.details.get(entry.getKey())))
                .map(entry -> entry.getKey() + " " + (entry.getValue().isEmpty() ? "–" : entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
