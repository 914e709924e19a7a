package org.vethlab.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in plain text: for screen readers as wide as it gets, for terminals with cells of several lines. */
final class TableText {
    private static final int GAP = 2;
    /** What a column keeps at least when it is made narrower. */
    private static final int LEAST = 18;

    private final Table table;

    TableText(Table table) {
        this.table = table;
    }

    /** A row in a line, its remark behind it. */
    String whole() {
        List<List<String>> lines = lines();
        return text(lines, widths(lines));
    }

    /** In lines of at most so many characters, if that can be: remarks join the last column, the widest give way. */
    String within(int most) {
        List<List<String>> lines = lines();
        if (total(widths(lines)) > most) {
            lines.replaceAll(line -> joined(line, table.columns().size()));
        }
        int[] widths = widths(lines);
        for (int spare = total(widths) - most; spare > 0 && widths[widest(widths)] > LEAST; spare--) {
            widths[widest(widths)]--;
        }
        return text(lines, widths);
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns());
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            String remark = row.remark().text();
            cells.add(remark.isEmpty() ? "" : "← " + remark);
            lines.add(cells);
        }
        return lines;
    }

    /** Its last cells made one. */
    private static List<String> joined(List<String> cells, int columns) {
        List<String> fewer = new ArrayList<>(cells.subList(0, columns - 1));
        fewer.add(String.join(" ", cells.subList(columns - 1, cells.size())).strip());
        return fewer;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).map(width -> width + GAP).sum() - GAP;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private String text(List<List<String>> lines, int[] widths) {
        StringBuilder text = new StringBuilder(table.caption().isEmpty() ? "" : table.caption() + '\n');
        for (List<String> line : lines) {
            line(line, widths, text);
        }
        return text.toString().stripTrailing();
    }

    private static void line(List<String> cells, int[] widths, StringBuilder text) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(Wrap.lines(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                String cell = row < wrapped.get(i).size() ? wrapped.get(i).get(row) : "";
                line.append(cell).append(" ".repeat(widths[i] + GAP - cell.length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
