package org.vethlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.trace.Fate;
import org.vethlab.trace.Story;

/** What befell the packets of a command, as a table: one line for each decision. */
public final class StoryTable {
    private static final List<String> COLUMNS = List.of("time", "namespace", "station", "what", "decided by");

    private StoryTable() {}

    public static Table of(String command, Story story) {
        List<Table.Row> rows = new ArrayList<>();
        for (Story.Line line : story.lines()) {
            String what = line.times() == 1 ? line.text() : line.text() + " (" + line.times() + " times)";
            rows.add(new Table.Row(
                    List.of(time(line.time()), line.namespace(), line.station().text(), what, line.decider()),
                    Remark.wrong(reason(line.fate()))));
        }
        return new Table("Why: " + command, COLUMNS, rows);
    }

    /** Linux's own names of its reasons to drop a packet; where it names none there is nothing to say. */
    private static String reason(Optional<Fate> fate) {
        return fate.map(Fate::name)
                .map(name -> name.equals(Fate.ARP_IGNORED.name()) ? "silence" : name)
                .orElse("");
    }

    /** In milliseconds since the first decision. */
    private static String time(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
    }
}
