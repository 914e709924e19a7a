package org.vethlab.picture.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Boxes by their keys, and which are neighbours. All orders are those of the topology, so that nothing is left to chance. */
record Graph(Map<String, Set<String>> neighbours) {
    static Graph of(Topology topology) {
        Map<String, Set<String>> neighbours = new LinkedHashMap<>();
        topology.boxes().forEach(box -> neighbours.put(box.key(), new LinkedHashSet<>()));
        for (Cable cable : topology.cables()) {
            String a = cable.a().box();
            String b = cable.b().box();
            if (!a.equals(b)) {
                neighbours.computeIfAbsent(a, key -> new LinkedHashSet<>()).add(b);
                neighbours.computeIfAbsent(b, key -> new LinkedHashSet<>()).add(a);
            }
        }
        return new Graph(neighbours);
    }

    Set<String> nodes() {
        return neighbours.keySet();
    }

    Set<String> of(String node) {
        return neighbours.getOrDefault(node, Set.of());
    }

    /** Only some of the nodes, in this graph's order. */
    Graph only(Collection<String> wanted) {
        Map<String, Set<String>> rest = new LinkedHashMap<>();
        for (String node : nodes()) {
            if (wanted.contains(node)) {
                Set<String> those = new LinkedHashSet<>(of(node));
                those.retainAll(wanted);
                rest.put(node, those);
            }
        }
        return new Graph(rest);
    }

    /** The parts that hang together, the greatest first. */
    List<Graph> components() {
        List<Graph> parts = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String node : nodes()) {
            if (!seen.contains(node)) {
                Set<String> part = distances(node).keySet();
                seen.addAll(part);
                parts.add(only(part));
            }
        }
        parts.sort((a, b) -> Integer.compare(b.nodes().size(), a.nodes().size()));
        return parts;
    }

    /** How many steps it is from a node to each that can be reached. */
    Map<String, Integer> distances(String start) {
        Map<String, Integer> distances = new LinkedHashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        distances.put(start, 0);
        while (!queue.isEmpty()) {
            String node = queue.remove();
            int next = distances.getOrDefault(node, 0) + 1;
            for (String neighbour : of(node)) {
                if (distances.putIfAbsent(neighbour, next) == null) {
                    queue.add(neighbour);
                }
            }
        }
        return distances;
    }

    /** What is left after leaves have been taken off again and again: the rings. Empty in a tree. */
    Graph rings() {
        Graph rest = this;
        while (true) {
            Set<String> kept = new LinkedHashSet<>(rest.nodes());
            Graph now = rest;
            kept.removeIf(node -> now.of(node).size() < 2);
            if (kept.size() == rest.nodes().size()) {
                return rest;
            }
            rest = rest.only(kept);
        }
    }

    /** The middle of a tree: one node or two neighbours. */
    List<String> middle() {
        Graph rest = this;
        while (rest.nodes().size() > 2) {
            Set<String> kept = new LinkedHashSet<>(rest.nodes());
            Graph now = rest;
            kept.removeIf(node -> now.of(node).size() < 2);
            rest = rest.only(kept);
        }
        return List.copyOf(rest.nodes());
    }
}
