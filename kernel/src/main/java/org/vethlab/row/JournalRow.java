package org.vethlab.row;

import java.util.List;
import org.vethlab.lab.JournalEntry;

/**
 * A command that a lab has run.
 *
 * @param number from 1, in the order in which they ran
 * @param place where: a namespace, or {@code host}
 * @param script as it was typed
 */
public record JournalRow(int number, String place, String script) implements Row {
    /** The row of an entry. */
    public static JournalRow of(int number, JournalEntry entry) {
        return new JournalRow(number, entry.place(), entry.script().strip());
    }

    @Override
    public List<Field> fields() {
        List<String> lines = script.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        return List.of(
                new Field("number", Integer.toString(number)),
                new Field("place", place),
                new Field("command", lines.size() > 1 ? first + " … (" + lines.size() + " lines)" : first));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
