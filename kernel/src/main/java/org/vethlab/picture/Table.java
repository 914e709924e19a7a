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
    /** A row. */
    public record Row(List<String> cells, Remark remark) {}

    private static final String BORDER = "1px solid rgba(128,128,128,.5)";
    /** Longer texts run on in a second line where the page is narrow, so that the last column stays in sight. */
    private static final int LONGEST_LINE = 20;

    /** As long a text is a sentence, and gets room for a good part of it. */
    private static final int SENTENCE = 50;

    private static final int LONGEST_CAPTION = 80;

    private static final String CELL = "text-align:left;padding:.2em .6em;white-space:";

    @Override
    public Picture draw() {
        TableText text = new TableText(this);
        return new Picture(text.whole(), "text/html", html(), text::within);
    }

    private boolean hasRemarks() {
        return rows.stream().anyMatch(row -> !row.remark().text().isEmpty());
    }

    private String html() {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;color:inherit\">");
        if (!caption.isEmpty()) {
            String wrap = caption.length() > LONGEST_CAPTION ? "normal" : "nowrap";
            html.append("<caption style=\"text-align:left;caption-side:top;white-space:" + wrap + "\">")
                    .append(Html.escape(caption))
                    .append("</caption>");
        }
        html.append("<thead><tr>");
        List<String> heads = new ArrayList<>(columns);
        boolean hasRemarks = hasRemarks();
        if (hasRemarks) {
            heads.add("remark");
        }
        heads.forEach(
                head -> html.append("<th scope=\"col\" style=\"" + CELL + "nowrap;border-bottom:" + BORDER + "\">")
                        .append(Html.escape(head))
                        .append("</th>"));
        html.append("</tr></thead><tbody>");
        rows.forEach(row -> html.append(row(row, hasRemarks)));
        return html.append("</tbody></table>").toString();
    }

    private static String row(Row row, boolean hasRemarks) {
        List<String> cells = new ArrayList<>(row.cells());
        if (hasRemarks) {
            cells.add(row.remark().text());
        }
        String style = row.remark().tone().style();
        String start = style.isEmpty() ? "<tr>" : "<tr style=\"" + style + "\">";
        return cells.stream().map(Table::cell).collect(Collectors.joining("", start, "</tr>"));
    }

    private static String cell(String text) {
        return "<td style=\"" + CELL + wrap(text) + "\">" + Html.escape(text) + "</td>";
    }

    private static String wrap(String text) {
        if (text.length() <= LONGEST_LINE) {
            return "nowrap";
        }
        return text.length() <= SENTENCE ? "normal" : "normal;min-width:15em";
    }
}
