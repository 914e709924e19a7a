package org.vethlab.picture.topology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Heights for boxes whose order is known: each wants to be level with the middle of its neighbours. In a column the sum of
 * the squared distances from what they want is made the least that room between them allows (pool adjacent violators).
 */
final class Spacing {
    /** Room between two boxes of a column. */
    static final int GAP = 26;

    private static final int ROUNDS = 24;

    private final Graph graph;
    private final List<List<String>> columns;
    private final Map<String, Integer> sizes;
    private final Map<String, Double> centres = new HashMap<>();

    private Spacing(Graph graph, List<List<String>> columns, Map<String, Integer> sizes) {
        this.graph = graph;
        this.columns = columns;
        this.sizes = sizes;
    }

    /**
     * @param sizes how high each box is
     * @return the upper edge of each; the uppermost is 0
     */
    static Map<String, Integer> of(Graph graph, List<List<String>> columns, Map<String, Integer> sizes) {
        Spacing spacing = new Spacing(graph, columns, sizes);
        spacing.stack();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < columns.size(); i++) {
                spacing.level(columns.get(round % 2 == 0 ? i : columns.size() - 1 - i));
            }
        }
        return spacing.tops();
    }

    private int size(String node) {
        return sizes.getOrDefault(node, 0);
    }

    private double centre(String node) {
        return centres.getOrDefault(node, 0.0);
    }

    /** To begin with: every column by itself, around one middle line. */
    private void stack() {
        for (List<String> column : columns) {
            int height = column.stream().mapToInt(this::size).sum() + GAP * (column.size() - 1);
            double top = -height / 2.0;
            for (String node : column) {
                centres.put(node, top + size(node) / 2.0);
                top += size(node) + GAP;
            }
        }
    }

    /** A run of boxes that touch: what they want, each less the room above it, on the average. */
    private record Block(double sum, int count) {
        double mean() {
            return sum / count;
        }

        Block with(Block other) {
            return new Block(sum + other.sum, count + other.count);
        }
    }

    private void level(List<String> column) {
        Deque<Block> blocks = new ArrayDeque<>();
        double[] offsets = offsets(column);
        for (int i = 0; i < column.size(); i++) {
            Block block = new Block(wanted(column.get(i)) - offsets[i], 1);
            while (!blocks.isEmpty() && blocks.peekLast().mean() > block.mean()) {
                block = blocks.removeLast().with(block);
            }
            blocks.add(block);
        }
        int i = 0;
        for (Block block : blocks) {
            for (int j = 0; j < block.count(); j++) {
                centres.put(column.get(i), block.mean() + offsets[i]);
                i++;
            }
        }
    }

    /** Where each centre would be if the first were at 0 and all touched. */
    private double[] offsets(List<String> column) {
        double[] offsets = new double[column.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + (size(column.get(i - 1)) + size(column.get(i))) / 2.0 + GAP;
        }
        return offsets;
    }

    private double wanted(String node) {
        return graph.of(node).stream().mapToDouble(this::centre).average().orElse(centre(node));
    }

    private Map<String, Integer> tops() {
        Map<String, Integer> tops = new HashMap<>();
        double first = Double.MAX_VALUE;
        for (String node : graph.nodes()) {
            first = Math.min(first, centre(node) - size(node) / 2.0);
        }
        for (String node : graph.nodes()) {
            tops.put(node, (int) Math.round(centre(node) - size(node) / 2.0 - first));
        }
        return tops;
    }
}
