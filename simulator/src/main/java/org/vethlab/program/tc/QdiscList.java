package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.Handle;
import org.vethlab.net.sched.QdiscRow;
import org.vethlab.net.sched.QueueingDisciplines;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** {@code tc qdisc show}. */
final class QdiscList {
    private final TcContext tc;
    private final Printer out;
    private Optional<Device> device = Optional.empty();
    private Handle parent = Handle.NONE;
    private Handle handle = Handle.NONE;

    QdiscList(TcContext tc) {
        this.tc = tc;
        this.out = tc.printer();
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
        device = name.isEmpty() ? Optional.empty() : Optional.of(tc.device(name));
        out.beginList();
        for (Device one : tc.net().devices().all()) {
            if (device.isEmpty() || device.get() == one) {
                print(one);
            }
        }
        out.endList();
        return 0;
    }

    private void takeFilter(String word, Arguments words) {
        if (word.equals("root")) {
            only(word);
            parent = Handle.ROOT;
        } else if (word.equals("ingress") || word.equals("clsact")) {
            only(word);
            parent = Handle.INGRESS;
        } else if (matches(word, "parent")) {
            only(word);
            String id = words.next();
            parent = Handles.classId(id).orElseThrow(() -> CommandException.wrong(id, "invalid parent ID"));
        } else if (matches(word, "handle")) {
            only(word);
            String id = words.next();
            handle = Handles.qdisc(id).orElseThrow(() -> CommandException.wrong(id, "invalid handle ID"));
        } else if (matches(word, "help")) {
            tc.usage("tc-qdisc");
        } else if (!word.equals("invisible")) {
            throw new CommandException(CommandException.USAGE, "What is \"" + word + "\"? Try \"tc qdisc help\".");
        }
    }

    private void only(String word) {
        if (!parent.isNone()) {
            throw CommandException.wrong(word, "parent is already specified");
        }
        if (!handle.isNone()) {
            throw CommandException.wrong(word, "handle is already specified");
        }
    }

    private void print(Device one) {
        for (QdiscRow row : QueueingDisciplines.list(one)) {
            boolean wanted = (parent.isNone() || parent.equals(row.parent()))
                    && (handle.isNone() || handle.equals(row.handle()));
            if (wanted) {
                print(one, row);
            }
        }
    }

    private void print(Device one, QdiscRow row) {
        Fields fields = new Fields(out, tc.options().iec);
        QdiscKind kind = QdiscKinds.find(row.kind());
        out.beginObject();
        out.field("kind", "qdisc %s", row.kind());
        out.field("handle", " %s", Handles.showQdisc(row.handle()));
        out.text(tc.options().raw ? "[" + hex(row.handle().value()) + "] " : " ");
        if (device.isEmpty()) {
            out.text("dev ");
            out.field(Color.IFNAME, "dev", "%s ", one.name());
        }
        if (row.parent().equals(Handle.ROOT)) {
            out.flag("root", "root ");
        } else {
            out.field("parent", "parent %s ", Handles.show(row.parent()));
        }
        if (row.references() != 1) {
            out.field("refcnt", "refcnt %s ", row.references());
        }
        out.beginObject("options");
        kind.print(row.options(), tc, fields);
        out.endObject();
        out.newline();
        if (tc.options().statistics > 0) {
            StatisticsPrinter.print(row.statistics(), " ", fields);
            out.newline();
            kind.printReport(row.report(), fields);
        }
        out.endObject();
    }

    private static String hex(int value) {
        String digits = Integer.toHexString(value);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
