package org.vethlab.picture;

import java.util.List;
import org.vethlab.diff.Change;

/** Changes between two states of a lab. */
public final class ChangeTable {
    private static final List<String> COLUMNS = List.of("namespace", "change", "what", "which", "before", "after");

    private ChangeTable() {}

    public static Table of(String caption, List<Change> changes) {
        List<Table.Row> rows = changes.stream()
                .map(change -> new Table.Row(
                        List.of(
                                change.namespace(),
                                change.kind().word(),
                                change.what(),
                                change.item(),
                                change.before(),
                                change.after()),
                        Remark.NONE))
                .toList();
        return new Table(caption, COLUMNS, rows);
    }
}
