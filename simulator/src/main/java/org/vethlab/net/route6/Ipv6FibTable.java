package org.vethlab.net.route6;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.Routing.Mode;

/** One IPv6 forwarding table (struct fib6_table): for each prefix its routes, the smallest metric first. */
final class Ipv6FibTable {
    /** By what the dump's walk through the tree meets first: what lies inside a prefix comes before it (fib6_walk). */
    private static final Comparator<Ipv6Prefix> WALK = (one, other) -> {
        boolean nested = one.contains(other.network()) || other.contains(one.network());
        return nested ? Integer.compare(other.length(), one.length()) : one.compareTo(other);
    };

    private final int id;
    private final TreeMap<Integer, Map<Ipv6Address, List<Ipv6FibEntry>>> byLength =
            new TreeMap<>(Comparator.reverseOrder());

    Ipv6FibTable(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** The routes of one prefix. */
    List<Ipv6FibEntry> at(Ipv6Prefix prefix) {
        return byLength.getOrDefault(prefix.length(), Map.of()).getOrDefault(prefix.network(), List.of());
    }

    /** The routes of every prefix that holds a destination, the longest prefix first. */
    List<List<Ipv6FibEntry>> covering(Ipv6Address destination) {
        List<List<Ipv6FibEntry>> found = new ArrayList<>();
        byLength.forEach((length, prefixes) -> {
            List<Ipv6FibEntry> entries =
                    prefixes.get(Ipv6Prefix.of(destination, length).network());
            if (entries != null) {
                found.add(entries);
            }
        });
        return found;
    }

    /** All in the order of a dump. */
    List<Ipv6FibEntry> all() {
        List<Ipv6FibEntry> all = new ArrayList<>();
        byLength.values().stream()
                .flatMap(prefixes -> prefixes.values().stream())
                .sorted(Comparator.comparing(entries -> entries.get(0).route().destination(), WALK))
                .forEach(all::addAll);
        return all;
    }

    /** Puts a route with one next hop in its place (fib6_add_rt2node). @throws NetException EEXIST, ENOENT */
    void insert(Mode mode, Ipv6Route route) {
        List<Ipv6FibEntry> entries = at(route.destination());
        boolean replaces = mode == Mode.REPLACE || mode == Mode.CHANGE;
        if (mode == Mode.CHANGE && entries.isEmpty()) {
            throw new NetException(Errno.ENOENT, "Can not replace route - no match found");
        }
        if (replaces && replace(entries, route)) {
            return;
        }
        if (mode == Mode.CHANGE || mode == Mode.TEST && entries.isEmpty()) {
            throw new NetException(Errno.ENOENT);
        }
        if (!replaces) {
            refuseDuplicate(mode, entries, route);
        }
        int place = 0;
        while (place < entries.size() && entries.get(place).route().metric() <= route.metric()) {
            place++;
        }
        obtain(route.destination()).add(place, new Ipv6FibEntry(route));
    }

    private static void refuseDuplicate(Mode mode, List<Ipv6FibEntry> entries, Ipv6Route route) {
        for (Ipv6FibEntry entry : entries) {
            if (entry.route().metric() != route.metric()) {
                continue;
            }
            if (mode == Mode.ADD || mode == Mode.TEST) {
                throw new NetException(Errno.EEXIST);
            }
            if (entry.hasSameHop(route)) {
                if (entry.route().expires().isPresent()) {
                    entry.change(entry.route().expiring(route.expires()));
                }
                throw new NetException(Errno.EEXIST);
            }
        }
    }

    /** Takes the place of the first of the same metric that shares its traffic if this one does, with all that share it. */
    private boolean replace(List<Ipv6FibEntry> entries, Ipv6Route route) {
        int place = -1;
        for (int i = 0; i < entries.size(); i++) {
            Ipv6Route other = entries.get(i).route();
            if (other.metric() != route.metric()) {
                continue;
            }
            if (other.mayShare() == route.mayShare()) {
                place = i;
                break;
            }
            place = place < 0 ? i : place;
        }
        if (place < 0) {
            return false;
        }
        boolean shared = entries.get(place).route().mayShare();
        entries.set(place, new Ipv6FibEntry(route));
        Ipv6FibEntry kept = entries.get(place);
        entries.removeIf(entry -> shared
                && entry != kept
                && entry.route().mayShare()
                && entry.route().metric() == route.metric());
        return true;
    }

    private List<Ipv6FibEntry> obtain(Ipv6Prefix prefix) {
        return byLength.computeIfAbsent(prefix.length(), length -> new HashMap<>())
                .computeIfAbsent(prefix.network(), network -> new ArrayList<>(1));
    }

    void remove(Predicate<Ipv6FibEntry> which) {
        for (Map<Ipv6Address, List<Ipv6FibEntry>> prefixes : byLength.values()) {
            Collection<List<Ipv6FibEntry>> nodes = prefixes.values();
            nodes.forEach(entries -> entries.removeIf(which));
            nodes.removeIf(List::isEmpty);
        }
        byLength.values().removeIf(Map::isEmpty);
    }
}
