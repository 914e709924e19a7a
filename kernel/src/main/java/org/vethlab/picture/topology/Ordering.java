package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Orders the boxes within their columns so that few cables cross: each goes to the mean height of its neighbours, column
 * by column, to and fro (the barycentre method of Sugiyama, Tagawa and Toda); the best order seen is kept.
 */
final class Ordering {
    private static final int SWEEPS = 12;

    private final Graph graph;
    private final Map<String, Integer> layers;

    private Ordering(Graph graph, Map<String, Integer> layers) {
        this.graph = graph;
        this.layers = layers;
    }

    /** @return the columns from left to right, each from top to bottom */
    static List<List<String>> of(Graph graph, Map<String, Integer> layers) {
        return new Ordering(graph, layers).best();
    }

    private List<List<String>> best() {
        List<List<String>> columns = first();
        List<List<String>> best = copy(columns);
        int least = crossings(best);
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            for (int i = 0; i < columns.size(); i++) {
                int column = sweep % 2 == 0 ? i : columns.size() - 1 - i;
                columns.get(column)
                        .sort(Comparator.comparingDouble(barycentres(columns, sweep % 2 == 0 ? -1 : 1)::get));
            }
            int crossings = crossings(columns);
            if (crossings < least) {
                least = crossings;
                best = copy(columns);
            }
        }
        return best;
    }

    private static List<List<String>> copy(List<List<String>> columns) {
        List<List<String>> copy = new ArrayList<>();
        columns.forEach(column -> copy.add(new ArrayList<>(column)));
        return copy;
    }

    /** As met on a walk into the depth: a tree has no crossing then. */
    private List<List<String>> first() {
        Map<Integer, List<String>> columns = new TreeMap<>();
        Set<String> met = new LinkedHashSet<>();
        graph.nodes().forEach(node -> walk(node, met));
        met.forEach(node -> columns.computeIfAbsent(layers.getOrDefault(node, 0), layer -> new ArrayList<>())
                .add(node));
        return new ArrayList<>(columns.values());
    }

    private void walk(String node, Set<String> met) {
        if (met.add(node)) {
            graph.of(node).forEach(next -> walk(next, met));
        }
    }

    /** The mean height of each node's neighbours on one side; its own if it has none there. */
    private Map<String, Double> barycentres(List<List<String>> columns, int side) {
        Map<String, Double> heights = new HashMap<>();
        for (List<String> column : columns) {
            for (int i = 0; i < column.size(); i++) {
                heights.put(column.get(i), i - (column.size() - 1) / 2.0);
            }
        }
        Map<String, Double> means = new HashMap<>();
        for (String node : graph.nodes()) {
            int wanted = layers.getOrDefault(node, 0) + side;
            means.put(
                    node,
                    graph.of(node).stream()
                            .filter(next -> layers.getOrDefault(next, 0) == wanted)
                            .mapToDouble(next -> heights.getOrDefault(next, 0.0))
                            .average()
                            .orElse(heights.getOrDefault(node, 0.0)));
        }
        return means;
    }

    /** How many pairs of cables cross; a cable within a column crosses the boxes between its ends, in a way. */
    private int crossings(List<List<String>> columns) {
        int crossings = 0;
        for (int i = 0; i < columns.size(); i++) {
            crossings += stepsOver(columns.get(i));
            if (i + 1 < columns.size()) {
                crossings += crossings(columns.get(i), columns.get(i + 1));
            }
        }
        return crossings;
    }

    private int stepsOver(List<String> column) {
        int steps = 0;
        Map<String, Integer> places = places(column);
        for (int i = 0; i < column.size(); i++) {
            for (String next : graph.of(column.get(i))) {
                steps += Math.max(0, places.getOrDefault(next, 0) - i - 1);
            }
        }
        return steps;
    }

    private int crossings(List<String> left, List<String> right) {
        Map<String, Integer> places = places(right);
        List<int[]> cables = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (String next : graph.of(left.get(i))) {
                Integer place = places.get(next);
                if (place != null) {
                    cables.add(new int[] {i, place});
                }
            }
        }
        int crossings = 0;
        for (int i = 0; i < cables.size(); i++) {
            for (int j = 0; j < i; j++) {
                int up = Integer.signum(cables.get(i)[0] - cables.get(j)[0]);
                int down = Integer.signum(cables.get(i)[1] - cables.get(j)[1]);
                crossings += up * down < 0 ? 1 : 0;
            }
        }
        return crossings;
    }

    private static Map<String, Integer> places(List<String> column) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String node : column) {
            places.put(node, places.size());
        }
        return places;
    }
}
