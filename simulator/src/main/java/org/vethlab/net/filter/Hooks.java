package org.vethlab.net.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** What hangs in the hooks of all families, each hook's functions in the order of their priorities. */
final class Hooks {
    static final Hooks NONE = new Hooks();

    /** One more than the largest family number. */
    private static final int FAMILIES = 11;

    private static final int HOOKS = 7;

    private final List<List<Entry>> entries = new ArrayList<>();
    private final List<List<HookFunction>> functions = new ArrayList<>();
    private final EnumSet<Family> watched = EnumSet.noneOf(Family.class);
    private boolean tracksConnections;

    private record Entry(int priority, HookFunction function) {}

    boolean watches(Family family) {
        return watched.contains(family);
    }

    boolean tracksConnections() {
        return tracksConnections;
    }

    void trackConnections() {
        tracksConnections = true;
    }

    List<HookFunction> functions(Family family, Hook hook) {
        return functions.isEmpty() ? List.of() : functions.get(family.number() * HOOKS + hook.slot());
    }

    /** Equal priorities stay in the order in which they were added. */
    void add(Family family, Hook hook, int priority, HookFunction function) {
        while (entries.size() < FAMILIES * HOOKS) {
            entries.add(new ArrayList<>());
            functions.add(List.of());
        }
        int slot = family.number() * HOOKS + hook.slot();
        List<Entry> list = entries.get(slot);
        list.add(new Entry(priority, function));
        list.sort(Comparator.comparingInt(Entry::priority));
        functions.set(slot, list.stream().map(Entry::function).toList());
        watched.add(family);
    }
}
