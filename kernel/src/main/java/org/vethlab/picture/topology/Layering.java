package org.vethlab.picture.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each box of a connected part its column, so that every cable leads to a neighbouring column or stays in its own:
 * then a cable never has to get past a box.
 *
 * <p>A tree is laid out from its middle to both sides, as textbooks do it: hosts, switch, router, switch, hosts. Rings are
 * laid out from one of their nodes, which makes two rows of them; the trees that hang on them grow outward.
 */
final class Layering {
    private final Graph graph;
    private final Map<String, Integer> layers = new LinkedHashMap<>();

    private Layering(Graph graph) {
        this.graph = graph;
    }

    /** @return columns from 0 on, the same for the same graph */
    static Map<String, Integer> of(Graph graph) {
        Layering layering = new Layering(graph);
        Graph rings = graph.rings();
        if (rings.nodes().isEmpty()) {
            layering.tree();
        } else {
            layering.rings(rings);
        }
        int first = layering.layers.values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        layering.layers.replaceAll((node, layer) -> layer - first);
        return layering.layers;
    }

    private void tree() {
        List<String> middle = graph.middle();
        String centre = middle.get(0);
        layers.put(centre, 0);
        if (middle.size() == 2) {
            String second = middle.get(1);
            layers.put(second, 1);
            graph.of(centre).forEach(node -> hang(node, -1, -1));
            graph.of(second).forEach(node -> hang(node, 2, 1));
            return;
        }
        int whole = graph.nodes().size() - 1;
        int left = 0;
        for (String node : graph.of(centre)) {
            int weight = weight(node, centre);
            boolean goesLeft = 2 * left + weight <= whole;
            left += goesLeft ? weight : 0;
            hang(node, goesLeft ? -1 : 1, goesLeft ? -1 : 1);
        }
    }

    /** How many nodes there are in the branch of a tree that begins with {@code node}. */
    private int weight(String node, String from) {
        int weight = 1;
        for (String next : graph.of(node)) {
            if (!next.equals(from)) {
                weight += weight(next, node);
            }
        }
        return weight;
    }

    /** Lays a branch out, away from what has its place already. */
    private void hang(String node, int layer, int direction) {
        if (layers.putIfAbsent(node, layer) == null) {
            graph.of(node).forEach(next -> hang(next, layer + direction, direction));
        }
    }

    private void rings(Graph rings) {
        layers.putAll(bestStart(rings));
        for (String node : List.copyOf(layers.keySet())) {
            branches(node);
        }
    }

    private void branches(String node) {
        int layer = layers.getOrDefault(node, 0);
        Set<String> neighbours = graph.of(node);
        boolean leftIsFree = neighbours.stream().noneMatch(next -> isAt(next, layer - 1));
        boolean rightIsFree = neighbours.stream().noneMatch(next -> isAt(next, layer + 1));
        boolean goesLeft = leftIsFree != rightIsFree ? leftIsFree : count(layer - 1) < count(layer + 1);
        int direction = goesLeft ? -1 : 1;
        neighbours.forEach(next -> hang(next, layer + direction, direction));
    }

    private boolean isAt(String node, int layer) {
        Integer at = layers.get(node);
        return at != null && at == layer;
    }

    private long count(int layer) {
        return layers.values().stream().filter(at -> at == layer).count();
    }

    /** Distances from the node from which they make the best picture: few cables within a column, low columns. */
    private static Map<String, Integer> bestStart(Graph rings) {
        Map<String, Integer> best = Map.of();
        int least = Integer.MAX_VALUE;
        for (String start : rings.nodes()) {
            Map<String, Integer> distances = rings.distances(start);
            int cost = cost(rings, distances);
            if (distances.size() == rings.nodes().size() && cost < least) {
                best = distances;
                least = cost;
            }
        }
        return best;
    }

    private static int cost(Graph rings, Map<String, Integer> distances) {
        int inColumn = 0;
        Map<Integer, Integer> heights = new LinkedHashMap<>();
        for (String node : rings.nodes()) {
            Integer at = distances.get(node);
            heights.merge(at == null ? 0 : at, 1, Integer::sum);
            inColumn += (int) rings.of(node).stream()
                    .filter(next -> distances.getOrDefault(next, -1).equals(at))
                    .count();
        }
        int highest =
                heights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return 2 * inColumn + 3 * highest + heights.size();
    }
}
