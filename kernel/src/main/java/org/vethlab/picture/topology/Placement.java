package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * In which column each box stands, and how far down. A placement can be carried over to the next drawing: what stayed
 * keeps its place, what is new goes beside its neighbours.
 */
record Placement(Map<String, Spot> spots) {
    private static final int BETWEEN_BANDS = 44;
    private static final int STEP = 6;

    /** A place. @param top the upper edge */
    record Spot(int column, int top) {}

    Optional<Spot> of(String box) {
        return Optional.ofNullable(spots.get(box));
    }

    Map<String, Integer> columns() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        spots.forEach((box, spot) -> columns.put(box, spot.column()));
        return columns;
    }

    /** @param sizes gives the heights of boxes, when their columns are known */
    static Placement fresh(Graph graph, UnaryOperator<Map<String, Integer>> sizes) {
        List<Arrangement.Part> parts = Arrangement.of(graph);
        Map<String, Integer> columns = Arrangement.columns(parts);
        Map<String, Integer> heights = sizes.apply(columns);
        Map<Integer, List<Arrangement.Part>> bands = new TreeMap<>();
        parts.forEach(part ->
                bands.computeIfAbsent(part.band(), band -> new ArrayList<>()).add(part));
        Map<String, Spot> spots = new LinkedHashMap<>();
        int top = 0;
        for (List<Arrangement.Part> band : bands.values()) {
            int bottom = top;
            for (Arrangement.Part part : band) {
                Map<String, Integer> tops = Spacing.of(part.graph(), part.columns(), heights);
                for (String node : part.graph().nodes()) {
                    int at = top + tops.getOrDefault(node, 0);
                    spots.put(node, new Spot(columns.getOrDefault(node, 0), at));
                    bottom = Math.max(bottom, at + heights.getOrDefault(node, 0));
                }
            }
            top = bottom + BETWEEN_BANDS;
        }
        return new Placement(spots);
    }

    /** Whether enough has stayed for places to be worth keeping. */
    boolean isWorthKeeping(Graph graph) {
        long stayed = graph.nodes().stream().filter(spots::containsKey).count();
        return 2 * stayed >= Math.max(spots.size(), graph.nodes().size());
    }

    /** The same places for what stayed, new ones for what is new. */
    Placement next(Graph graph, UnaryOperator<Map<String, Integer>> sizes) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        graph.nodes().stream()
                .filter(spots::containsKey)
                .forEach(node -> of(node).ifPresent(spot -> columns.put(node, spot.column())));
        List<String> added = added(graph, columns);
        Map<String, Integer> heights = sizes.apply(columns);
        Map<String, Spot> next = new LinkedHashMap<>();
        columns.forEach((node, column) -> of(node).ifPresent(spot -> next.put(node, new Spot(column, spot.top()))));
        pushApart(next, heights);
        for (String node : added) {
            int column = columns.getOrDefault(node, 0);
            next.put(node, new Spot(column, freeTop(node, column, graph, next, heights)));
        }
        return new Placement(upperLeft(next));
    }

    /** Columns for what is new, beside a neighbour that has one; in the order in which they were found. */
    private static List<String> added(Graph graph, Map<String, Integer> columns) {
        List<String> added = new ArrayList<>();
        int before = -1;
        while (added.size() > before) {
            before = added.size();
            for (String node : graph.nodes()) {
                Optional<String> beside =
                        graph.of(node).stream().filter(columns::containsKey).findFirst();
                if (!columns.containsKey(node) && beside.isPresent()) {
                    columns.put(node, beside(columns.getOrDefault(beside.get(), 0), columns));
                    added.add(node);
                }
            }
        }
        Graph rest = graph.only(graph.nodes().stream()
                .filter(node -> !columns.containsKey(node))
                .toList());
        Map<String, Integer> others = Arrangement.columns(Arrangement.of(rest));
        columns.putAll(others);
        added.addAll(others.keySet());
        return added;
    }

    /** The neighbouring column with less in it; the outside of the drawing only if there is no difference. */
    private static int beside(int column, Map<String, Integer> columns) {
        long left = columns.values().stream().filter(at -> at == column - 1).count();
        long right = columns.values().stream().filter(at -> at == column + 1).count();
        return left < right ? column - 1 : column + 1;
    }

    /** Boxes that have grown push those below them down, no farther than they must. */
    private static void pushApart(Map<String, Spot> spots, Map<String, Integer> heights) {
        List<String> fromTop = new ArrayList<>(spots.keySet());
        fromTop.sort(Comparator.comparingInt(node -> top(spots, node)));
        Map<Integer, Integer> bottoms = new HashMap<>();
        for (String node : fromTop) {
            Spot spot = spots.getOrDefault(node, new Spot(0, 0));
            int top = Math.max(spot.top(), bottoms.getOrDefault(spot.column(), Integer.MIN_VALUE));
            spots.put(node, new Spot(spot.column(), top));
            bottoms.put(spot.column(), top + heights.getOrDefault(node, 0) + Spacing.GAP);
        }
    }

    private static int top(Map<String, Spot> spots, String node) {
        return spots.getOrDefault(node, new Spot(0, 0)).top();
    }

    /** The free place in a column that is nearest to the level of the neighbours; without any, below all. */
    private static int freeTop(
            String node, int column, Graph graph, Map<String, Spot> spots, Map<String, Integer> heights) {
        int height = heights.getOrDefault(node, 0);
        var level = graph.of(node).stream()
                .filter(spots::containsKey)
                .mapToInt(next -> top(spots, next) + heights.getOrDefault(next, 0) / 2)
                .average();
        if (level.isEmpty()) {
            return spots.keySet().stream()
                            .mapToInt(each -> top(spots, each) + heights.getOrDefault(each, 0))
                            .max()
                            .orElse(-BETWEEN_BANDS)
                    + BETWEEN_BANDS;
        }
        int wanted = (int) Math.round(level.getAsDouble()) - height / 2;
        int step = 0;
        while (true) {
            for (int top : new int[] {wanted + step, wanted - step}) {
                if (isFree(top, height, column, spots, heights)) {
                    return top;
                }
            }
            step += STEP;
        }
    }

    private static boolean isFree(
            int top, int height, int column, Map<String, Spot> spots, Map<String, Integer> heights) {
        return spots.entrySet().stream()
                .filter(entry -> entry.getValue().column() == column)
                .noneMatch(entry -> top < entry.getValue().top() + heights.getOrDefault(entry.getKey(), 0) + Spacing.GAP
                        && entry.getValue().top() < top + height + Spacing.GAP);
    }

    /** No column left of 0, nothing above 0. */
    private static Map<String, Spot> upperLeft(Map<String, Spot> spots) {
        int column = spots.values().stream().mapToInt(Spot::column).min().orElse(0);
        int top = Math.min(0, spots.values().stream().mapToInt(Spot::top).min().orElse(0));
        Map<String, Spot> moved = new LinkedHashMap<>();
        spots.forEach((node, spot) -> moved.put(node, new Spot(spot.column() - Math.min(0, column), spot.top() - top)));
        return moved;
    }
}
