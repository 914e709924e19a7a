package org.vethlab.row;

import java.util.List;
import java.util.Optional;

/**
 * A policy rule, as {@code ip -j rule} lists it: which packets look into which routing table.
 *
 * @param priority the order in which rules are tried
 * @param src {@code all}, or a prefix
 * @param action what happens to its packets other than a look into a table: {@code unreachable}, {@code goto}, …
 */
public record RuleRow(
        int priority,
        String src,
        Optional<String> dst,
        Optional<String> iif,
        Optional<String> oif,
        Optional<String> fwmark,
        Optional<String> table,
        Optional<String> action)
        implements Row {
    static RuleRow of(JsonRow row) {
        return new RuleRow(
                row.number("priority"),
                prefix(row, "src").orElse("all"),
                prefix(row, "dst"),
                row.optionalText("iif"),
                row.optionalText("oif"),
                row.optionalText("fwmark"),
                row.optionalText("table"),
                row.optionalText("action"));
    }

    private static Optional<String> prefix(JsonRow row, String name) {
        return row.optionalText(name)
                .map(address -> row.has(name + "len") ? address + "/" + row.number(name + "len") : address);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("priority", Integer.toString(priority)),
                new Field("from", src),
                new Field("to", dst.orElse("")),
                new Field("input device", iif.orElse("")),
                new Field("output device", oif.orElse("")),
                new Field("mark", fwmark.orElse("")),
                new Field("action", action.orElseGet(() -> "table " + table.orElse("main"))));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
