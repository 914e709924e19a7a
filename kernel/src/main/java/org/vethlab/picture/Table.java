package org.vethlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with a caption.
 *
 * @param rows as many cells each as there are columns
 */
public record Table(String caption, List<String> columns, List<Row> rows) implements Drawable {
    /**
     * A row.
     *
     * @param mark why it stands out, in a few words; empty if it doesn't
     */
    public record Row(List<String> cells, String mark) {}

    // Plain colours, half transparent, suit every theme; var() and color-mix() fall to the sanitiser of untrusted
    // notebooks.
    private static final String BORDER = "1px solid rgba(128,128,128,.5)";
    /** Longer texts are sentences, and run on in a second line. */
    private static final int LONGEST_LINE = 56;

    private static final String CELL = "text-align:left;padding:.2em .8em;white-space:nowrap";
    private static final String WRAPPED = "text-align:left;padding:.2em .8em;white-space:normal;min-width:26em";
    private static final String MARKED = "background-color:rgba(245,124,0,.25)";

    @Override
    public Picture draw() {
        return Picture.html(text(), html());
    }

    private boolean hasMarks() {
        return rows.stream().anyMatch(row -> !row.mark().isEmpty());
    }

    private String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        rows.forEach(row -> lines.add(row.cells()));
        StringBuilder text = new StringBuilder(caption.isEmpty() ? "" : caption + '\n');
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns.size(); column++) {
                line.append(pad(lines.get(i).get(column), width(lines, column) + 2));
            }
            if (i > 0 && !rows.get(i - 1).mark().isEmpty()) {
                line.append("← ").append(rows.get(i - 1).mark());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private String html() {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;color:inherit\">");
        if (!caption.isEmpty()) {
            html.append("<caption style=\"text-align:left;caption-side:top;white-space:nowrap\">")
                    .append(Html.escape(caption))
                    .append("</caption>");
        }
        html.append("<thead><tr>");
        List<String> heads = new ArrayList<>(columns);
        if (hasMarks()) {
            heads.add("remark");
        }
        heads.forEach(head -> html.append("<th scope=\"col\" style=\"" + CELL + ";border-bottom:" + BORDER + "\">")
                .append(Html.escape(head))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        rows.forEach(row -> html.append(row(row)));
        return html.append("</tbody></table>").toString();
    }

    private String row(Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        if (hasMarks()) {
            cells.add(row.mark());
        }
        String start = row.mark().isEmpty() ? "<tr>" : "<tr style=\"" + MARKED + "\">";
        return cells.stream().map(Table::cell).collect(Collectors.joining("", start, "</tr>"));
    }

    private static String cell(String text) {
        String style = text.length() > LONGEST_LINE ? WRAPPED : CELL;
        return "<td style=\"" + style + "\">" + Html.escape(text) + "</td>";
    }
}
