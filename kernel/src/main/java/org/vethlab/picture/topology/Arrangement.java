package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts boxes into columns and bands, the connected parts one after the other, several in a band where there is room. A
 * long thin part is folded, as a line of text is: a chain of routers goes to the right, turns, and comes back below.
 */
final class Arrangement {
    /** More than this side by side cannot be read on a page. */
    private static final int PAGE = 5;

    private static final int HIGHEST_THIN = 2;

    private final List<Part> parts = new ArrayList<>();
    private int band;
    private int next;

    private Arrangement() {}

    /**
     * Boxes that are spaced together.
     *
     * @param columns from left to right, each from top to bottom
     */
    record Part(Graph graph, List<List<String>> columns, int firstColumn, int band) {}

    static List<Part> of(Graph graph) {
        Arrangement arrangement = new Arrangement();
        for (Graph part : graph.components()) {
            arrangement.add(part, Ordering.of(part, Layering.of(part)));
        }
        return arrangement.parts;
    }

    static Map<String, Integer> columns(List<Part> parts) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (Part part : parts) {
            for (int i = 0; i < part.columns().size(); i++) {
                for (String node : part.columns().get(i)) {
                    columns.put(node, part.firstColumn() + i);
                }
            }
        }
        return columns;
    }

    private void add(Graph part, List<List<String>> columns) {
        boolean isThin = part.nodes().size() <= HIGHEST_THIN * columns.size();
        if (columns.size() > PAGE && isThin) {
            fold(part, columns);
        } else {
            shelve(part, columns);
        }
    }

    private void shelve(Graph part, List<List<String>> columns) {
        if (next > 0 && next + columns.size() > PAGE) {
            newBand();
        }
        parts.add(new Part(part, columns, next, band));
        next += columns.size();
    }

    private void newBand() {
        band++;
        next = 0;
    }

    private void fold(Graph part, List<List<String>> columns) {
        if (next > 0) {
            newBand();
        }
        int folds = (columns.size() + PAGE - 1) / PAGE;
        int width = (columns.size() + folds - 1) / folds;
        boolean goesBack = false;
        for (int i = 0; i < columns.size(); i += width) {
            List<List<String>> piece = new ArrayList<>(columns.subList(i, Math.min(i + width, columns.size())));
            List<String> nodes = piece.stream().flatMap(List::stream).toList();
            if (goesBack) {
                Collections.reverse(piece);
            }
            parts.add(new Part(part.only(nodes), piece, goesBack ? width - piece.size() : 0, band));
            newBand();
            goesBack = !goesBack;
        }
    }
}
