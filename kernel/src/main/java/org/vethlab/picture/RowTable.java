package org.vethlab.picture;

import java.util.List;
import java.util.function.Function;
import org.vethlab.row.Row;
import org.vethlab.row.Row.Field;

/** A table of rows: each names its columns itself. */
public final class RowTable {
    private RowTable() {}

    /**
     * Makes a table.
     *
     * @param rows of one kind
     * @param mark why a row stands out, in a few words; empty if it doesn't
     */
    public static <R extends Row> Table of(String caption, List<R> rows, Function<R, String> mark) {
        List<String> columns = rows.isEmpty()
                ? List.of()
                : rows.get(0).fields().stream().map(Field::column).toList();
        return new Table(
                rows.isEmpty() ? caption + ": none" : caption,
                columns,
                rows.stream()
                        .map(row -> new Table.Row(
                                row.fields().stream().map(Field::text).toList(), mark.apply(row)))
                        .toList());
    }
}
