package org.vethlab.row;

import java.util.List;
import java.util.stream.Collectors;

/** A row that knows its columns, so that any list of rows of one kind can be shown as a table. */
public interface Row {
    /**
     * What stands in one column.
     *
     * @param text empty if there is nothing to say
     */
    record Field(String column, String text) {}

    /** One for each column, in the same order in all rows of a kind. */
    List<Field> fields();

    /** What there is to say, in one line: {@code destination 192.168.5.0/24, device veth1R, scope link}. */
    static String line(Row row) {
        return row.fields().stream()
                .filter(field -> !field.text().isEmpty())
                .map(field -> field.column() + " " + field.text())
                .collect(Collectors.joining(", "));
    }
}
