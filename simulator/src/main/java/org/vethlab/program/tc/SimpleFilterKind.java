package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.Filter;
import org.vethlab.net.sched.FilterList;
import org.vethlab.net.sched.FilterOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** Filters that look at little or nothing: matchall, basic without a match, fw. */
record SimpleFilterKind(String name) implements FilterKind {
    @Override
    public void parse(FilterParser request, String handle, Arguments words) {
        OptionalLong mask = handle.isEmpty() ? OptionalLong.empty() : parseHandle(request, handle);
        if (!words.hasNext()) {
            return;
        }
        request.options = Optional.of(options(mask));
        while (words.hasNext()) {
            take(request, words, words.next());
        }
    }

    private OptionalLong parseHandle(FilterParser request, String handle) {
        int slash = name.equals("fw") ? handle.indexOf('/') : -1;
        String number = slash < 0 ? handle : handle.substring(0, slash);
        request.handleNumber = (int) Numbers.unsigned(number, 32).orElseThrow(() -> Complaints.illegal("handle"));
        return slash < 0 ? OptionalLong.empty() : mask(handle.substring(slash + 1));
    }

    private static OptionalLong mask(String word) {
        OptionalLong mask = Numbers.unsigned(word, 32);
        if (mask.isEmpty()) {
            throw Complaints.plain("Illegal \"handle\" mask");
        }
        return mask;
    }

    private FilterOptions options(OptionalLong mask) {
        return switch (name) {
            case "fw" -> new FilterOptions.Mark(mask);
            case "basic" -> new FilterOptions.Basic();
            default -> new FilterOptions.All();
        };
    }

    private void take(FilterParser request, Arguments words, String word) {
        if (matches(word, "classid") || word.equals("flowid") || !name.equals("matchall") && matches(word, "flowid")) {
            request.classId =
                    Optional.of(Handles.classId(words.next()).orElseThrow(() -> Complaints.illegal("classid")));
        } else if (matches(word, "action")) {
            new ActionParser(request.tc(), words, name.equals("fw") ? "fw \"action\"" : "\"action\"")
                    .parse(request.actions);
        } else if (name.equals("basic") && matches(word, "match")) {
            throw CommandException.notSimulated("tc filter basic match");
        } else if (!word.equals("skip_hw")) {
            throw word.equals("help") ? Complaints.usage("filter-" + name) : Complaints.unknown(word, "filter-" + name);
        }
    }

    @Override
    public void print(FilterList list, Filter filter, TcContext tc, Fields fields) {
        switch (name) {
            case "matchall" -> printAll(filter, tc, fields);
            case "fw" -> printMark(filter, fields.out());
            default -> printBasic(filter, fields.out());
        }
        new ActionPrinter(tc, fields).printAll(filter.actions());
    }

    private static void printAll(Filter filter, TcContext tc, Fields fields) {
        Printer out = fields.out();
        fields.both("handle", "handle 0x" + Integer.toHexString(filter.handle()) + " ", filter.handle());
        filter.classId().ifPresent(id -> out.field("flowid", "flowid %s ", Handles.show(id)));
        out.flag("not_in_hw", "\n  not_in_hw");
        if (tc.options().statistics > 0) {
            out.field("rule_hit", " (rule hit %s)", filter.hits());
        }
    }

    /** fw knows no JSON. */
    private static void printMark(Filter filter, Printer out) {
        String mask = filter.options() instanceof FilterOptions.Mark mark
                        && mark.mask().orElse(0xffff_ffffL) != 0xffff_ffffL
                ? "/0x" + Long.toHexString(mark.mask().getAsLong())
                : "";
        out.text("handle 0x" + Integer.toHexString(filter.handle()) + mask + " ");
        filter.classId().ifPresent(id -> out.text("classid " + Handles.show(id) + " "));
        out.text(filter.actions().isEmpty() ? "" : "\n");
    }

    private static void printBasic(Filter filter, Printer out) {
        out.field("handle", "handle 0x%s ", Integer.toHexString(filter.handle()));
        filter.classId().ifPresent(id -> out.field("flowid", "flowid %s ", Handles.show(id)));
        out.text("\n");
    }
}
