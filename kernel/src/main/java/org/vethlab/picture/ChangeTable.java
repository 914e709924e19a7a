package org.vethlab.picture;

import java.util.List;
import org.vethlab.diff.Change;

/** Changes between two states of a lab. */
public final class ChangeTable {
    private static final List<String> COLUMNS = List.of("namespace", "what", "which", "before", "after");

    private ChangeTable() {}

    public static Table of(String caption, List<Change> changes) {
        List<Table.Row> rows = changes.stream()
                .map(change -> new Table.Row(
                        List.of(change.namespace(), change.what(), change.item(), change.before(), change.after()),
                        change.kind().word()))
                .toList();
        return new Table(caption, COLUMNS, rows);
    }
}
