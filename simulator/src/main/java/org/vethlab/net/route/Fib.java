package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The forwarding tables of a namespace. A table is there from its first use on (fib_new_table). */
final class Fib {
    private final TreeMap<Integer, FibTable> tables = new TreeMap<>(Integer::compareUnsigned);
    private final List<FibTable> created = new ArrayList<>();
    private @Nullable FibTable main;
    private @Nullable FibTable defaults;
    private boolean customRules;
    private boolean customLocalRoutes;

    Optional<FibTable> table(int id) {
        return Optional.ofNullable(tables.get(id));
    }

    /** The main table, the first that a lookup without rules tries; it holds local's routes too as long as it may. */
    @Nullable FibTable main() {
        return main;
    }

    @Nullable FibTable defaults() {
        return defaults;
    }

    /**
     * The table, made if it is not there. Until the first rule is made, local shares main's trie: the longest prefix
     * of both wins, so a more specific route of main beats one of local.
     */
    FibTable obtain(int id) {
        FibTable existing = tables.get(id);
        if (existing != null) {
            return existing;
        }
        FibTrie trie = id == Routing.TABLE_LOCAL && !customRules
                ? obtain(Routing.TABLE_MAIN).trie()
                : new FibTrie();
        return put(new FibTable(id, trie));
    }

    /** A rule that looks up no table gets the first that is not there yet (fib_empty_table). */
    int makeEmpty() {
        int id = 1;
        while (tables.containsKey(id)) {
            id++;
        }
        return obtain(id).id();
    }

    private FibTable put(FibTable table) {
        FibTable replaced = tables.put(table.id(), table);
        if (replaced == null) {
            created.add(table);
        } else {
            created.set(created.indexOf(replaced), table);
        }
        if (table.id() == Routing.TABLE_MAIN) {
            main = table;
        } else if (table.id() == Routing.TABLE_DEFAULT) {
            defaults = table;
        }
        return table;
    }

    /** Gives local a trie of its own (fib_unmerge); it keeps it for good. */
    void unmerge() {
        FibTable local = tables.get(Routing.TABLE_LOCAL);
        if (local == null || main == null || local.trie() != main.trie()) {
            return;
        }
        FibTrie own = new FibTrie();
        for (FibEntry entry : local.entries()) {
            own.at(entry.route().destination()).entries.add(entry);
        }
        main.trie().removeIf(entry -> entry.route().table() == Routing.TABLE_LOCAL);
        put(new FibTable(Routing.TABLE_LOCAL, own));
    }

    /** From the first rule command on, lookups go by the rules; before, straight to main (with local) and default. */
    boolean hasCustomRules() {
        return customRules;
    }

    void noteCustomRules() {
        customRules = true;
    }

    boolean hasCustomLocalRoutes() {
        return customLocalRoutes;
    }

    void noteCustomLocalRoute() {
        customLocalRoutes = true;
    }

    /**
     * In the order of a dump of all tables: the kernel's 256 hash buckets by the last octet of the number, the newest
     * table of a bucket first.
     */
    List<FibTable> all() {
        List<FibTable> all = new ArrayList<>(created);
        Collections.reverse(all);
        all.sort((one, other) -> Integer.compare(one.id() & 255, other.id() & 255));
        return all;
    }

    void flushDead() {
        for (FibTable table : tables.values()) {
            table.flushDead();
        }
    }
}
