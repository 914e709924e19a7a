package org.vethlab.program.tc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vethlab.net.sched.Handle;
import org.vethlab.net.sched.TrafficClasses;
import org.vethlab.view.Printer;

/** {@code tc -g class show}: the classes as a tree. */
final class ClassGraph {
    private final TcContext tc;
    private final Printer out;
    private final Fields fields;
    private final List<TrafficClasses.Row> rows;

    ClassGraph(TcContext tc, List<TrafficClasses.Row> rows) {
        this.tc = tc;
        this.out = tc.text();
        this.fields = new Fields(out, tc.options().iec);
        this.rows = rows;
    }

    void print() {
        List<TrafficClasses.Row> roots = below(Handle.ROOT);
        Collections.reverse(roots);
        print(roots, "");
    }

    private List<TrafficClasses.Row> below(Handle parent) {
        List<TrafficClasses.Row> found = new ArrayList<>();
        rows.stream().filter(row -> row.one().parent().equals(parent)).forEach(found::add);
        return found;
    }

    private void print(List<TrafficClasses.Row> siblings, String indent) {
        for (int i = 0; i < siblings.size(); i++) {
            boolean last = i == siblings.size() - 1;
            print(siblings.get(i), indent, last);
        }
    }

    private void print(TrafficClasses.Row row, String indent, boolean last) {
        List<TrafficClasses.Row> children = below(row.one().id());
        String id = Handles.show(row.one().id());
        QdiscKind kind = QdiscKinds.find(row.kind());
        out.text(indent + "+---(" + id + ") " + row.kind() + " ");
        kind.printClass(row.one().options(), tc, fields);
        String below = indent + (last ? "     " : "|    ");
        if (tc.options().statistics > 0) {
            out.text("\n");
            String bar = below + (children.isEmpty() ? " " : "|");
            String before = bar + " ".repeat(row.kind().length() - 2 + id.length());
            row.one().statistics().ifPresent(counters -> StatisticsPrinter.print(counters, before, fields));
            out.text(last && children.isEmpty() ? "" : "\n" + bar);
        }
        out.text("\n");
        print(children, below);
        out.text(last ? (children.isEmpty() ? indent : below) + "\n" : "");
    }
}
