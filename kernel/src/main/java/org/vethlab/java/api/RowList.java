package org.vethlab.java.api;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.vethlab.picture.Drawable;
import org.vethlab.picture.Picture;
import org.vethlab.picture.Remark;
import org.vethlab.picture.RowTable;
import org.vethlab.row.Row;

/**
 * Rows that show as a table when a cell ends with them, and otherwise are a list like any other; it cannot be changed.
 *
 * @param <R> what the rows are
 */
public final class RowList<R extends Row> extends AbstractList<R> implements RandomAccess, Drawable {
    private final String caption;
    private final List<R> rows;
    private final Map<R, Remark> remarks;

    /** @param caption of the table */
    public RowList(String caption, List<R> rows) {
        this(caption, rows, Map.of());
    }

    RowList(String caption, List<R> rows, Map<R, Remark> remarks) {
        this.caption = caption;
        this.rows = List.copyOf(rows);
        this.remarks = remarks;
    }

    @Override
    public R get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Those that satisfy a condition: {@code routes().where(route -> route.metric() > 0)}. */
    public RowList<R> where(Predicate<R> condition) {
        return new RowList<>(caption, rows.stream().filter(condition).toList(), remarks);
    }

    /** What the table remarks on a row: for a route, whether it is the one of several equal ones that is taken. */
    public String remark(R row) {
        return remarks.getOrDefault(row, Remark.NONE).text();
    }

    @Override
    public Picture draw() {
        return RowTable.of(caption, rows, row -> remarks.getOrDefault(row, Remark.NONE))
                .draw();
    }

    /** The table as plain text. */
    @Override
    public String toString() {
        return draw().text();
    }
}
