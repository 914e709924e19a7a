package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** One forwarding table (struct fib_table, net/ipv4/fib_trie.c). */
final class FibTable {
    private final int id;
    private final FibTrie trie;

    /** @param trie its own, or that of main, which the local table shares until the first rule is made */
    FibTable(int id, FibTrie trie) {
        this.id = id;
        this.trie = trie;
    }

    int id() {
        return id;
    }

    FibTrie trie() {
        return trie;
    }

    List<FibEntry> entries() {
        List<FibEntry> own = new ArrayList<>();
        for (FibEntry entry : trie.all()) {
            if (entry.route().table() == id) {
                own.add(entry);
            }
        }
        return own;
    }

    /** The routes of 0.0.0.0/0. */
    List<FibEntry> defaults() {
        List<FibEntry> own = new ArrayList<>(trie.root().entries);
        own.removeIf(entry -> entry.route().table() != id);
        return own;
    }

    /**
     * Inserts a checked route (fib_table_insert). Routes with the same prefix, type of service and metric are equals:
     * only the first of them counts for EEXIST and is the one that REPLACE and CHANGE alter.
     */
    void insert(Routing.Mode mode, Route route) {
        FibTrie.Node node = trie.at(route.destination());
        try {
            insert(node, mode, route);
        } finally {
            trie.prune(node);
        }
    }

    private void insert(FibTrie.Node node, Routing.Mode mode, Route route) {
        int first = find(node.entries, route.tos(), route.metric());
        boolean equals = first < node.entries.size() && isEqual(node.entries.get(first), route);
        if (!equals) {
            requireCreate(mode);
            node.entries.add(first, new FibEntry(route));
            return;
        }
        if (mode == Routing.Mode.ADD || mode == Routing.Mode.TEST) {
            throw new NetException(Errno.EEXIST);
        }
        int end = first;
        int duplicate = -1;
        for (; end < node.entries.size() && isEqual(node.entries.get(end), route); end++) {
            if (duplicate < 0 && node.entries.get(end).route().sameAs(route)) {
                duplicate = end;
            }
        }
        if (mode == Routing.Mode.REPLACE || mode == Routing.Mode.CHANGE) {
            replace(node.entries, first, duplicate, route);
            return;
        }
        if (duplicate >= 0) {
            throw new NetException(Errno.EEXIST);
        }
        node.entries.add(mode == Routing.Mode.APPEND ? end : first, new FibEntry(route));
    }

    private static void replace(List<FibEntry> entries, int first, int duplicate, Route route) {
        if (duplicate == first) {
            return;
        }
        if (duplicate > first) {
            throw new NetException(Errno.EEXIST);
        }
        entries.set(first, new FibEntry(route));
    }

    private static void requireCreate(Routing.Mode mode) {
        if (mode == Routing.Mode.CHANGE || mode == Routing.Mode.TEST) {
            throw new NetException(Errno.ENOENT);
        }
    }

    private boolean isEqual(FibEntry entry, Route route) {
        Route other = entry.route();
        return other.table() == id && other.tos() == route.tos() && other.metric() == route.metric();
    }

    /**
     * Where a route with this type of service and metric stands or would stand (fib_find_alias): higher tables first
     * (local before main while they are one trie), then higher tos, then lower metric.
     */
    private int find(List<FibEntry> entries, int tos, long metric) {
        int index = 0;
        for (; index < entries.size(); index++) {
            Route route = entries.get(index).route();
            if (Integer.compareUnsigned(route.table(), id) > 0 || route.table() == id && route.tos() > tos) {
                continue;
            }
            if (route.table() != id || route.tos() < tos || route.metric() >= metric) {
                break;
            }
        }
        return index;
    }

    /** Deletes the first route that fits (fib_table_delete). @throws NetException ESRCH */
    void delete(RouteMatch match) {
        FibTrie.Node node = trie.at(match.destination());
        try {
            for (int i = 0; i < node.entries.size(); i++) {
                Route route = node.entries.get(i).route();
                if (route.table() == id && route.tos() == match.tos() && match.matches(route)) {
                    node.entries.remove(i);
                    return;
                }
            }
        } finally {
            trie.prune(node);
        }
        throw new NetException(Errno.ESRCH);
    }

    /** Takes away the routes that have died (fib_table_flush). */
    void flushDead() {
        trie.removeIf(entry -> entry.route().table() == id && entry.isDead());
    }
}
