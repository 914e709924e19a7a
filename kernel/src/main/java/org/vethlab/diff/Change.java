package org.vethlab.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A change of a row.
 *
 * @param what kind of row: {@code link}, {@code address}, {@code route}, …
 * @param item the row's name
 * @param before the fields that are otherwise now; all of them if it is gone, empty if it is new
 * @param after the same after the change
 */
public record Change(Kind kind, String namespace, String what, String item, String before, String after) {
    /** What befell it. */
    public enum Kind {
        NEW,
        GONE,
        CHANGED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What two snapshots differ in, by namespace. A namespace that is new or gone is one change. */
    public static List<Change> between(Snapshot before, Snapshot after) {
        List<Change> changes = new ArrayList<>();
        before.places().forEach((name, state) -> {
            if (!after.places().containsKey(name)) {
                changes.add(new Change(Kind.GONE, name, "namespace", "", contents(state.items()), ""));
            }
        });
        after.places().forEach((name, state) -> {
            NamespaceState earlier = before.places().get(name);
            if (earlier == null) {
                changes.add(new Change(Kind.NEW, name, "namespace", "", "", contents(state.items())));
            } else if (!earlier.isSameAs(state)) {
                within(name, byName(earlier.items(state)), byName(state.items(earlier)), changes);
            }
        });
        return changes;
    }

    private static String contents(List<Item> items) {
        return items.stream()
                .filter(item -> item.what().equals("link"))
                .map(Item::name)
                .map(name -> name.replaceFirst("^dev ", ""))
                .collect(Collectors.joining(", "));
    }

    /** Two rows that look the same in all that names them are told apart by their order. */
    private static Map<String, Item> byName(List<Item> items) {
        Map<String, Item> map = new LinkedHashMap<>();
        for (Item item : items) {
            String name = item.what() + " " + item.name();
            String key = name;
            for (int i = 2; map.containsKey(key); i++) {
                key = name + " #" + i;
            }
            map.put(key, item);
        }
        return map;
    }

    private static void within(String place, Map<String, Item> before, Map<String, Item> after, List<Change> changes) {
        before.forEach((key, item) -> {
            if (!after.containsKey(key)) {
                changes.add(new Change(Kind.GONE, place, item.what(), item.name(), item.all(), ""));
            }
        });
        after.forEach((key, item) -> {
            Item earlier = before.get(key);
            if (earlier == null) {
                changes.add(new Change(Kind.NEW, place, item.what(), item.name(), "", item.all()));
            } else if (!earlier.details().equals(item.details())) {
                changes.add(new Change(
                        Kind.CHANGED, place, item.what(), item.name(), earlier.unlike(item), item.unlike(earlier)));
            }
        });
    }
}
