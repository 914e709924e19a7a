package org.vethlab.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vethlab.row.Row;
import org.vethlab.row.Row.Field;

/** A table of rows: each names its columns itself. */
public final class RowTable {
    private RowTable() {}

    /** A table of a row, or of a list that holds rows of one kind and nothing else. */
    public static Optional<Table> ofRows(Object value) {
        if (value instanceof Row row) {
            return Optional.of(of("", List.of(row), each -> Remark.NONE));
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = list.stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .filter(row -> row.getClass() == list.get(0).getClass())
                .toList();
        return rows.size() == list.size() ? Optional.of(of("", rows, each -> Remark.NONE)) : Optional.empty();
    }

    /**
     * Makes a table.
     *
     * @param rows of one kind
     * @param remark what there is to say of a row
     */
    public static <R extends Row> Table of(String caption, List<R> rows, Function<R, Remark> remark) {
        List<String> columns = rows.isEmpty()
                ? List.of()
                : rows.get(0).fields().stream().map(Field::column).toList();
        return new Table(
                rows.isEmpty() ? caption + ": none" : caption,
                columns,
                rows.stream()
                        .map(row -> new Table.Row(
                                row.fields().stream().map(Field::text).toList(), remark.apply(row)))
                        .toList());
    }
}
