package org.vethlab.program.tc;

import java.util.List;
import org.vethlab.net.sched.Filter;
import org.vethlab.net.sched.FilterList;
import org.vethlab.net.sched.FilterOptions;
import org.vethlab.program.Arguments;
import org.vethlab.view.Printer;

/** u32: words of the packet compared under masks. */
final class U32Kind implements FilterKind {
    private static final int IPV4 = 0x0800;
    private static final int NODE_MASK = 0xfff;

    @Override
    public String name() {
        return "u32";
    }

    @Override
    public void parse(FilterParser request, String handle, Arguments words) {
        new U32Parser(request, words).parse(handle);
    }

    @Override
    public void print(FilterList list, Filter filter, TcContext tc, Fields fields) {
        Printer out = fields.out();
        boolean statistics = countsHits(tc);
        String table = Integer.toHexString(list.table());
        int node = filter.handle() & NODE_MASK;
        out.field("fh", "fh %s ", table + "::" + Integer.toHexString(node));
        out.field("order", "order %s ", node);
        out.field("key_ht", "key ht %s ", table);
        out.field("bkt", "bkt %s ", "0");
        if (filter.classId().isPresent()) {
            out.text("*");
            out.field("flowid", "flowid %s ", Handles.show(filter.classId().get()));
        } else if (!filter.actions().isEmpty() || filter.police().isPresent()) {
            out.text("terminal flowid ");
        }
        out.flag("not_in_hw", "not_in_hw ");
        if (statistics) {
            out.field("rule_hit", "(rule hit %s ", filter.tried());
            out.field("success", "success %s)", filter.hits());
        }
        printKeys(list, filter, tc, fields);
        ActionPrinter actions = new ActionPrinter(tc, fields);
        filter.police().ifPresent(police -> {
            out.newline();
            actions.printPolice(police);
        });
        actions.printAll(filter.actions());
    }

    /** Debian's kernel counts how often each key fits (CONFIG_CLS_U32_PERF); one without modules does not. */
    private static boolean countsHits(TcContext tc) {
        return tc.options().statistics > 0 && tc.net().world().schedulersAreModules();
    }

    private static void printKeys(FilterList list, Filter filter, TcContext tc, Fields fields) {
        List<FilterOptions.Key> keys = filter.options() instanceof FilterOptions.Words words ? words.keys() : List.of();
        for (int i = 0; i < keys.size(); i++) {
            if (tc.options().pretty && !fields.out().isJson() && list.protocol() == IPV4) {
                fields.out().text(PrettyKeys.show(keys.get(i)));
            } else if (!tc.options().pretty || list.protocol() != 0x86dd) {
                printRaw(keys.get(i), fields);
            }
            if (countsHits(tc)) {
                fields.out().field("success", " (success %s ) ", filter.keyHits(i));
            }
        }
    }

    private static void printRaw(FilterOptions.Key key, Fields fields) {
        Printer out = fields.out();
        out.beginObject("match");
        out.newline();
        fields.both("value", "  match " + hex(key.value()), Long.toHexString(key.value()));
        fields.both("mask", "/" + hex(key.mask()) + " ", Long.toHexString(key.mask()));
        out.field("offmask", "at %s", key.behindHeader() ? "nexthdr+" : "");
        out.field("off", "%s", key.offset());
        out.endObject();
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
