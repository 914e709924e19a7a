package org.vethlab.program.ss;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of ss. Addresses stand to the right and ports to the left of the colon between them. Surprising: what
 * stands behind the last port begins right behind its column, and the word Process therefore too.
 */
final class SsTable {
    /** In order, with the header and what separates it from the column before. */
    enum Column {
        NETID("Netid", "", false),
        STATE("State", " ", false),
        RECEIVE_QUEUE("Recv-Q", " ", false),
        SEND_QUEUE("Send-Q", " ", false),
        ADDRESS("Local Address:", " ", true),
        PORT("Port", "", false),
        PEER_ADDRESS("Peer Address:", " ", true),
        PEER_PORT("Port", "", false),
        DETAILS("Process", "", false);

        private final String header;
        private final String separator;
        private final boolean right;

        Column(String header, String separator, boolean right) {
            this.header = header;
            this.separator = separator;
            this.right = right;
        }
    }

    private final Set<Column> hidden = EnumSet.noneOf(Column.class);
    private final List<Map<Column, String>> rows = new ArrayList<>();

    void hide(Column column) {
        hidden.add(column);
    }

    void addHeader() {
        Map<Column, String> header = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            header.put(column, column.header);
        }
        rows.add(header);
    }

    void add(Map<Column, String> row) {
        rows.add(row);
    }

    String text() {
        Map<Column, Integer> widths = widths();
        StringBuilder text = new StringBuilder();
        for (Map<Column, String> row : rows) {
            text.append(line(row, widths)).append('\n');
        }
        return text.toString();
    }

    /** As wide as the widest content, and no separator in front of the first column that has any. */
    private Map<Column, Integer> widths() {
        Map<Column, Integer> widths = new EnumMap<>(Column.class);
        boolean first = true;
        for (Column column : Column.values()) {
            int most = hidden.contains(column) ? 0 : widest(column);
            widths.put(column, most > 0 && !first ? most + column.separator.length() : most);
            first &= most == 0;
        }
        return widths;
    }

    /** Surprising: what stands last in the last row is not measured, as ss measures a cell when it begins the next. */
    private int widest(Column column) {
        int measured = column == Column.DETAILS ? rows.size() - 1 : rows.size();
        return rows.stream()
                .limit(Math.max(0, measured))
                .mapToInt(row -> row.getOrDefault(column, "").length())
                .max()
                .orElse(0);
    }

    private String line(Map<Column, String> row, Map<Column, Integer> widths) {
        StringBuilder line = new StringBuilder();
        boolean started = false;
        for (Column column : Column.values()) {
            if (hidden.contains(column)) {
                continue;
            }
            String content = row.getOrDefault(column, "");
            String separator = started ? column.separator : "";
            String padding =
                    " ".repeat(Math.max(0, widths.getOrDefault(column, 0) - separator.length() - content.length()));
            line.append(separator).append(column.right ? padding + content : content + padding);
            started = true;
        }
        return line.toString();
    }
}
