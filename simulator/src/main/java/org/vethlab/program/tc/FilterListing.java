package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.Action;
import org.vethlab.net.sched.Filter;
import org.vethlab.net.sched.FilterList;
import org.vethlab.net.sched.Filters;
import org.vethlab.net.sched.Handle;
import org.vethlab.net.sched.QdiscStatistics;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** {@code tc filter show}: first a line for each list of filters, then one for each filter. */
final class FilterListing {
    private final TcContext tc;
    private final Printer out;
    private final Fields fields;
    private Handle parent = Handle.NONE;
    private int priority;
    private int protocol;

    FilterListing(TcContext tc) {
        this.tc = tc;
        this.out = tc.printer();
        this.fields = new Fields(out, tc.options().iec);
    }

    int run(Arguments words) {
        String name = "";
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                if (!name.isEmpty()) {
                    throw CommandException.duplicate("dev", words.peek());
                }
                name = words.next();
            } else if (!takePlace(word, words)) {
                takeFilter(word, words);
            }
        }
        if (name.isEmpty()) {
            out.beginList();
            out.endList();
            return 0;
        }
        print(tc.device(name));
        return 0;
    }

    private boolean takePlace(String word, Arguments words) {
        switch (word) {
            case "root" -> parent = Handle.ROOT;
            case "ingress" -> parent = Handle.CLSACT_INGRESS;
            case "egress" -> parent = Handle.CLSACT_EGRESS;
            case "parent" -> {
                String id = words.next();
                parent = Handles.classId(id).orElseThrow(() -> CommandException.wrong(id, "invalid parent ID"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeFilter(String word, Arguments words) {
        if (word.equals("handle")) {
            words.next();
        } else if (matches(word, "preference") || matches(word, "priority")) {
            String number = words.next();
            priority = (int) Numbers.unsigned(number, 32)
                    .orElseThrow(() -> CommandException.wrong(number, "invalid preference"));
        } else if (matches(word, "protocol")) {
            String name = words.next();
            protocol = Protocols.number(name).orElseThrow(() -> CommandException.wrong(name, "invalid protocol"));
        } else if (matches(word, "chain") || matches(word, "block")) {
            throw CommandException.notSimulated("tc filter " + word);
        } else if (matches(word, "help")) {
            tc.usage("tc-filter");
        } else {
            throw new CommandException(CommandException.USAGE, " What is \"" + word + "\"? Try \"tc filter help\"");
        }
    }

    private void print(Device device) {
        out.beginList();
        Optional<Filters.Place> place = Filters.list(device, parent);
        if (place.isPresent()) {
            for (FilterList list : place.get().lists()) {
                boolean wanted = (priority == 0 || priority == list.priority())
                        && (protocol == 0 || protocol == list.protocol());
                if (wanted) {
                    print(place.get().parent(), list);
                }
            }
        }
        out.endList();
    }

    private void print(Handle where, FilterList list) {
        begin(where, list);
        end();
        if (list.kind().equals("u32")) {
            begin(where, list);
            out.beginObject("options");
            out.field("fh", "fh %s ", Integer.toHexString(list.table()) + ":");
            out.field("ht_divisor", "ht divisor %s ", 1);
            out.endObject();
            end();
        }
        for (Filter filter : list.filters()) {
            begin(where, list);
            out.beginObject("options");
            FilterKinds.find(list.kind()).print(list, filter, tc, fields);
            out.endObject();
            out.newline();
            filter.police().ifPresent(this::printOldStatistics);
            out.endObject();
        }
    }

    private void begin(Handle where, FilterList list) {
        out.beginObject();
        out.text("filter ");
        if (parent.isNone() || !parent.equals(where)) {
            printPlace(where);
        }
        if (protocol == 0) {
            out.field("protocol", "protocol %s ", Protocols.name(list.protocol()));
        }
        if (priority == 0) {
            out.field("pref", "pref %s ", list.priority());
        }
        out.field("kind", "%s ", list.kind());
        out.field("chain", "chain %s ", 0);
    }

    private void printPlace(Handle where) {
        if (where.equals(Handle.CLSACT_INGRESS)) {
            out.flag("ingress", "ingress ");
        } else if (where.equals(Handle.CLSACT_EGRESS)) {
            out.flag("egress", "egress ");
        } else {
            out.field("parent", "parent %s ", Handles.show(where));
        }
    }

    private void end() {
        out.newline();
        out.endObject();
    }

    /** A limit of the old kind reports in the old words (struct tc_stats). */
    private void printOldStatistics(Action police) {
        if (tc.options().statistics > 0) {
            QdiscStatistics counters = police.statistics();
            out.text(" Sent " + counters.bytes + " bytes " + counters.packets + " pkts (dropped " + counters.drops
                    + ", overlimits " + counters.overlimits + ") ");
            out.newline();
        }
    }
}
