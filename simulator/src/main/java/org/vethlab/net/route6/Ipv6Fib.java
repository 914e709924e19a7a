package org.vethlab.net.route6;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vethlab.net.route.Routing;

/** The IPv6 forwarding tables of a namespace. Local and main are there from the start, others from their first use. */
final class Ipv6Fib {
    /** A dump of all goes through a hash table of 256 places (FIB6_TABLE_HASHSZ). */
    private final TreeMap<Integer, Ipv6FibTable> tables = new TreeMap<>(Ipv6Fib::inDump);

    private static int inDump(int one, int other) {
        int byPlace = Integer.compare(one & 255, other & 255);
        return byPlace != 0 ? byPlace : Integer.compare(other, one);
    }

    Ipv6Fib() {
        obtain(Routing.TABLE_MAIN);
        obtain(Routing.TABLE_LOCAL);
    }

    Optional<Ipv6FibTable> table(int id) {
        return Optional.ofNullable(tables.get(id));
    }

    Ipv6FibTable obtain(int id) {
        return tables.computeIfAbsent(id, Ipv6FibTable::new);
    }

    /** In the order of a dump. */
    Collection<Ipv6FibTable> all() {
        return tables.values();
    }

    void remove(Predicate<Ipv6FibEntry> which) {
        tables.values().forEach(table -> table.remove(which));
    }

    /** Those that share the traffic of one, itself included, in their order (fib6_siblings). */
    List<Ipv6FibEntry> siblings(Ipv6FibEntry entry) {
        if (!entry.route().mayShare()) {
            return List.of(entry);
        }
        List<Ipv6FibEntry> siblings = new ArrayList<>();
        for (Ipv6FibEntry other : obtain(entry.route().table()).at(entry.route().destination())) {
            if (other.route().metric() == entry.route().metric()
                    && other.route().mayShare()) {
                siblings.add(other);
            }
        }
        return siblings;
    }
}
