package org.vethlab.program.iptables;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Verdict;
import org.vethlab.process.Output;
import org.vethlab.program.CommandException;
import org.vethlab.program.iptables.extension.ListStyle;

/** {@code -L} and {@code -S}. */
final class Listing {
    private final Tables tables;
    private final BuiltinTable table;
    private final Variant variant;
    private final Names names;
    private final Output out;

    Listing(Tables tables, BuiltinTable table, Variant variant, Names names, Output out) {
        this.tables = tables;
        this.table = table;
        this.variant = variant;
        this.names = names;
        this.out = out;
    }

    /** {@code -L}. @throws CommandException if nft made what iptables cannot show */
    void list(Invocation given) {
        check(given.chain());
        boolean first = true;
        if (given.number().isPresent()) {
            one(given, given.number().get());
            return;
        }
        for (String name : table.chains()) {
            if (given.chain().isEmpty() || given.chain().equals(name)) {
                out.print(first ? "" : "\n");
                builtin(name, given);
                first = false;
            }
        }
        for (Chain chain : tables.userChains(table)) {
            if (given.chain().isEmpty() || given.chain().equals(chain.name())) {
                out.print(first ? "" : "\n");
                out.println("Chain " + chain.name() + " (" + tables.ruleset().references(chain) + " references)");
                rules(Optional.of(chain), given);
                first = false;
            }
        }
    }

    private void check(String chain) {
        if (!chain.isEmpty()) {
            Optional<Chain> found = tables.find(table, chain);
            boolean shown = found.map(known -> tables.isCompatible(table, known))
                    .orElse(table.hook(chain).isPresent());
            if (!shown) {
                throw incompatible("chain `" + chain + "' in table `" + table.keyword() + "'");
            }
        }
        if (!tables.isCompatible(table)) {
            throw incompatible("table `" + table.keyword() + "'");
        }
    }

    private CommandException incompatible(String what) {
        return Failure.other(variant.program() + " v1.8.9 (nf_tables): " + what + " is incompatible, use 'nft' tool.");
    }

    private void builtin(String name, Invocation given) {
        Optional<Chain> chain = tables.find(table, name);
        String counts = "";
        if (given.isVerbose()) {
            Counter counter = chain.flatMap(Chain::counter).orElseGet(Counter::new);
            counts = " " + Amounts.text(counter.packets(), given.has('x')).strip() + " packets, "
                    + Amounts.text(counter.bytes(), given.has('x')).strip() + " bytes";
        }
        out.println("Chain " + name + " (policy " + policy(chain) + counts + ")");
        rules(chain, given);
    }

    static Verdict policy(Optional<Chain> chain) {
        return chain.map(Chain::policy).orElse(Verdict.ACCEPT);
    }

    private void rules(Optional<Chain> chain, Invocation given) {
        header(given);
        RuleText text = new RuleText(variant, new ListStyle(given.has('n'), names));
        int number = 0;
        for (RuleSpec rule : chain.map(tables::rules).orElse(List.of())) {
            number++;
            line(text, rule, number, given);
        }
    }

    private void header(Invocation given) {
        StringBuilder line = new StringBuilder(given.has('0') ? "num  " : "");
        if (given.isVerbose()) {
            line.append(given.has('x') ? "    pkts      bytes " : " pkts bytes ");
        }
        line.append("target     prot opt ");
        line.append(given.isVerbose() ? "in     out     " : "");
        out.println(line + "source               destination         ");
    }

    private void line(RuleText text, RuleSpec rule, int number, Invocation given) {
        StringBuilder line = new StringBuilder(given.has('0') ? String.format("%-4d ", number) : "");
        if (given.isVerbose()) {
            line.append(Amounts.text(rule.counter().packets(), given.has('x')));
            line.append(Amounts.text(rule.counter().bytes(), given.has('x')));
        }
        out.println(line + text.line(rule, given.isVerbose()));
    }

    private void one(Invocation given, int number) {
        List<RuleSpec> rules =
                tables.find(table, given.chain()).map(tables::rules).orElse(List.of());
        if (number <= rules.size()) {
            RuleText text = new RuleText(variant, new ListStyle(given.has('n'), names));
            line(text, rules.get(number - 1), number, given);
        }
    }

    /** {@code -S}. @throws CommandException if nft made what iptables cannot show */
    void rules(Invocation given) {
        check(given.chain());
        RuleText text = new RuleText(variant, new ListStyle(true, names));
        if (given.number().isEmpty()) {
            heads(given);
        }
        for (String name : table.chains()) {
            tables.find(table, name).ifPresent(chain -> options(chain, given, text));
        }
        tables.userChains(table).forEach(chain -> options(chain, given, text));
    }

    private void heads(Invocation given) {
        for (String name : table.chains()) {
            if (given.chain().isEmpty() || given.chain().equals(name)) {
                Optional<Chain> chain = tables.find(table, name);
                Counter counter = chain.flatMap(Chain::counter).orElseGet(Counter::new);
                String counts = given.isVerbose() ? " -c " + counter.packets() + " " + counter.bytes() : "";
                out.println("-P " + name + " " + policy(chain) + counts);
            }
        }
        for (Chain chain : tables.userChains(table)) {
            if (given.chain().isEmpty() || given.chain().equals(chain.name())) {
                out.println("-N " + chain.name());
            }
        }
    }

    private void options(Chain chain, Invocation given, RuleText text) {
        if (!given.chain().isEmpty() && !given.chain().equals(chain.name())) {
            return;
        }
        List<RuleSpec> rules = tables.rules(chain);
        for (int i = 0; i < rules.size(); i++) {
            if (given.number().isEmpty() || given.number().get() == i + 1) {
                out.println("-A " + chain.name() + text.options(rules.get(i), given.isVerbose()));
            }
        }
    }
}
