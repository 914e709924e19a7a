package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.Handle;
import org.vethlab.net.sched.TrafficClass;
import org.vethlab.net.sched.TrafficClasses;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.view.Printer;

/** {@code tc class show}: always text. */
final class ClassList {
    private final TcContext tc;
    private final Printer out;
    private final Fields fields;
    private Optional<Device> device = Optional.empty();
    private Handle qdisc = Handle.NONE;
    private Handle id = Handle.NONE;
    private Handle parent = Handle.NONE;

    ClassList(TcContext tc) {
        this.tc = tc;
        this.out = tc.text();
        this.fields = new Fields(out, tc.options().iec);
    }

    int run(Arguments words) {
        String name = "";
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                name = words.next();
            } else {
                takeFilter(word, words);
            }
        }
        if (name.isEmpty()) {
            return 0;
        }
        device = Optional.of(tc.device(name));
        List<TrafficClasses.Row> rows = new ArrayList<>(TrafficClasses.list(device.get()));
        rows.removeIf(row -> !isWanted(row.one()));
        if (tc.options().graph) {
            new ClassGraph(tc, rows).print();
        } else {
            rows.forEach(this::print);
        }
        return 0;
    }

    private void takeFilter(String word, Arguments words) {
        switch (word) {
            case "qdisc" -> qdisc = id(words, "invalid qdisc ID");
            case "classid" -> id = id(words, "invalid class ID");
            case "root" -> parent = Handle.ROOT;
            case "parent" -> parent = id(words, "invalid parent ID");
            default -> {
                if (!matches(word, "help")) {
                    throw new CommandException(
                            CommandException.USAGE, "What is \"" + word + "\"? Try \"tc class help\".");
                }
                tc.usage("tc-class");
            }
        }
    }

    private static Handle id(Arguments words, String complaint) {
        String word = words.next();
        return Handles.classId(word).orElseThrow(() -> CommandException.wrong(word, complaint));
    }

    /** The kernel's dump takes a parent for the qdisc of that number (tc_dump_tclass_qdisc). */
    private boolean isWanted(TrafficClass one) {
        boolean inQdisc = parent.isNone()
                || parent.equals(Handle.ROOT)
                || one.id().qdisc().equals(parent.qdisc());
        return inQdisc
                && (qdisc.isNone() || one.id().qdisc().equals(qdisc))
                && (id.isNone() || one.id().equals(id));
    }

    private void print(TrafficClasses.Row row) {
        TrafficClass one = row.one();
        QdiscKind kind = QdiscKinds.find(row.kind());
        out.text("class " + row.kind() + " " + show(one.id()) + " ");
        out.text(one.parent().equals(Handle.ROOT) ? "root " : "parent " + show(one.parent()) + " ");
        one.leaf()
                .filter(leaf -> !leaf.handle().isNone())
                .ifPresent(leaf -> out.text("leaf " + Handles.showQdisc(leaf.handle()) + " "));
        kind.printClass(one.options(), tc, fields);
        out.text("\n");
        if (tc.options().statistics > 0) {
            printStatistics(one, kind);
        }
    }

    private void printStatistics(TrafficClass one, QdiscKind kind) {
        one.statistics().ifPresent(counters -> StatisticsPrinter.print(counters, " ", fields));
        out.text("\n");
        kind.printClassReport(one.options(), fields);
    }

    private String show(Handle handle) {
        return Handles.show(qdisc.isNone() ? handle : Handle.of(0, handle.minor()));
    }
}
