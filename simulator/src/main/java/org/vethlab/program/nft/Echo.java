package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;

/** What {@code -e} tells of what was added, once all of it was. */
final class Echo {
    private final Session session;
    private final List<String> lines = new ArrayList<>();

    Echo(Session session) {
        this.session = session;
    }

    private String handle(long handle) {
        return session.options().handles() ? " # handle " + handle : "";
    }

    void added(Table table) {
        lines.add("add table " + table + handle(table.handle()));
    }

    void added(Chain chain) {
        String base = chain.base().map(hook -> " { " + base(chain, hook) + " }").orElse("");
        lines.add("add chain " + chain.table() + " " + chain.name() + base + handle(chain.handle()));
    }

    private static String base(Chain chain, BaseHook hook) {
        String priority = Priorities.print(hook.priority(), chain.table().family(), hook.hook(), false);
        String policy = chain.policy() == Verdict.DROP ? "drop" : "accept";
        return "type " + hook.type().keyword() + " hook " + hook.hook().keyword() + " priority " + priority
                + "; policy " + policy + ";";
    }

    void added(Chain chain, Rule rule, boolean inserted) {
        SetPrinter sets = new SetPrinter(session.options(), session.lookup(), session.now());
        String text = new TablePrinter(session.options(), sets).rule(chain, rule);
        String word = inserted ? "insert rule " : "add rule ";
        lines.add(word + chain.table() + " " + chain.name() + " " + text);
    }

    /** All lines, and which generation of the rules this is. */
    Optional<String> text(long generation, int process) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                String.join("\n", lines) + "\n# new generation " + generation + " by process " + process + " (nft)\n");
    }
}
