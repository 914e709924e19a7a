package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** {@code column} of util-linux: a table, or entries in columns as wide as a terminal. */
public final class Column extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "t|table",
            "s:|separator:",
            "o:|output-separator:",
            "c:|output-width:",
            "x|fillrows",
            "N:|table-columns:",
            "R:|table-right:",
            "n:|table-name:",
            "L|keep-empty-lines");
    private static final int TAB = 8;

    public Column() {
        super("column", "columnate lists", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> lines = new ArrayList<>();
        call.eachInput((name, in) -> {
            LineReader reader = new LineReader(in);
            for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                if (!line.get().isBlank() || call.has("L")) {
                    lines.add(line.get());
                }
            }
        });
        if (call.has("t") || call.has("N")) {
            table(call, lines);
        } else {
            fill(call, lines);
        }
        return call.status();
    }

    private static void table(Call call, List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        call.value("N").ifPresent(names -> rows.add(List.of(names.split(","))));
        lines.forEach(line -> rows.add(cells(call, line)));
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        String gap = call.value("o").orElse("  ");
        rows.forEach(row -> call.println(line(call, row, widths, gap)));
    }

    private static List<String> cells(Call call, String line) {
        if (call.value("s").isEmpty()) {
            return List.of(line.strip().split("[ \t]+"));
        }
        return Arrays.asList(line.split("[" + Pattern.quote(call.value("s").get()) + "]", -1));
    }

    private static String line(Call call, List<String> row, int[] widths, String gap) {
        List<String> right =
                call.value("R").map(names -> List.of(names.split(","))).orElse(List.of());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = i < row.size() ? row.get(i) : "";
            String padding = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
            boolean last = i == widths.length - 1;
            boolean toRight = right.contains(Integer.toString(i + 1));
            text.append(toRight ? padding + cell : last ? cell : cell + padding).append(last ? "" : gap);
        }
        return text.toString();
    }

    /** Columns first, each a multiple of a tab wide. */
    private static void fill(Call call, List<String> entries) {
        int longest = entries.stream().mapToInt(String::length).max().orElse(0);
        int width = (longest + TAB) / TAB * TAB;
        String given = call.value("c").orElse("80");
        long terminal =
                Counts.parse(given).orElseThrow(() -> call.failure("invalid columns argument: '" + given + "'"));
        int columns = (int) Math.max(1, terminal / width);
        int rows = (entries.size() + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            call.println(row(call, entries, row, rows, columns, width));
        }
    }

    private static String row(Call call, List<String> entries, int row, int rows, int columns, int width) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            int index = call.has("x") ? row * columns + column : column * rows + row;
            if (index >= entries.size()) {
                break;
            }
            int next = call.has("x") ? index + 1 : index + rows;
            boolean last = column == columns - 1 || next >= entries.size();
            String entry = entries.get(index);
            text.append(entry).append(last ? "" : "\t".repeat((width - entry.length() + TAB - 1) / TAB));
        }
        return text.toString();
    }
}
