package org.vethlab.program.arptables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.ChainType;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Names;
import org.vethlab.program.iptables.Variant;

/** {@code arptables}. */
public final class ArptablesProgram implements Program {
    private static final String MISSING = "arptables: No chain/target/match by that name.";
    private static final List<String> BUILTIN = List.of("INPUT", "OUTPUT");

    private final String name;

    public ArptablesProgram(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return "/usr/sbin/" + name;
    }

    @Override
    public String summary() {
        return "ARP table administration";
    }

    @Override
    public int run(Context context) {
        ArptablesParser given = new ArptablesParser(context.arguments(), new Names(context, Variant.IPV4));
        try {
            given.parse();
            if (given.has("V")) {
                context.out().println("arptables v1.8.9 (nf_tables)");
                return 0;
            }
            if (!given.table().equals("filter")) {
                throw Failure.version("table '" + given.table() + "' does not exist");
            }
            new Work(context, given).perform();
            return 0;
        } catch (CommandException e) {
            throw Failure.explained(e, "arptables");
        }
    }

    /** One command on the table. */
    private record Work(Context context, ArptablesParser given) {
        Ruleset ruleset() {
            return context.net().netfilter().ruleset();
        }

        Optional<Table> table() {
            return ruleset().table(Family.ARP, "filter");
        }

        Optional<Chain> find(String chain) {
            return table().flatMap(found -> found.chain(chain));
        }

        boolean exists(String chain) {
            return BUILTIN.contains(chain) || find(chain).isPresent();
        }

        Chain make(String chain) {
            if (!exists(chain)) {
                throw Failure.other(MISSING);
            }
            Table made = table().orElseGet(() -> ruleset().addTable(Family.ARP, "filter"));
            BaseHook hook = new BaseHook(ChainType.FILTER, chain.equals("INPUT") ? Hook.INPUT : Hook.OUTPUT, 0);
            return made.chain(chain).orElseGet(() -> ruleset().addChain(made, chain, Optional.of(hook)));
        }

        List<String> chains() {
            if (!given.chain().isEmpty()) {
                return List.of(given.chain());
            }
            List<String> all = new ArrayList<>(BUILTIN);
            table().ifPresent(found -> found.chains().stream()
                    .map(Chain::name)
                    .filter(chain -> !BUILTIN.contains(chain))
                    .sorted(Comparator.naturalOrder())
                    .forEach(all::add));
            return all;
        }

        List<ArpRule> rules(String chain) {
            return find(chain).map(Chain::rules).orElse(List.of()).stream()
                    .flatMap(rule -> ArpRule.of(rule).stream())
                    .toList();
        }

        void perform() {
            switch (given.command()) {
                case "A" -> add(rules(given.chain()).size());
                case "I" -> add(given.number().orElse(1) - 1);
                case "D" -> delete();
                case "L", "S" -> list(given.command().equals("S"));
                case "F" -> existing().forEach(chain -> find(chain).ifPresent(ruleset()::flushChain));
                case "Z" ->
                    existing()
                            .forEach(chain ->
                                    rules(chain).forEach(rule -> rule.counter().set(0, 0)));
                case "N" -> newChain();
                case "X" -> deleteChains();
                case "E" ->
                    ruleset().renameChain(find(given.chain()).orElseThrow(() -> Failure.other(MISSING)), given.word());
                case "P" -> policy();
                default -> throw Failure.parameter("no command specified");
            }
        }

        private List<String> existing() {
            if (!given.chain().isEmpty() && !exists(given.chain())) {
                throw Failure.other(MISSING);
            }
            return chains();
        }

        private void add(int index) {
            ArpRule rule = given.rule();
            if (!exists(given.chain())) {
                throw Failure.other(MISSING);
            }
            if (rule.jumpsToChain() && find(rule.jump()).isEmpty()) {
                throw Failure.parameter("Chain '" + rule.jump() + "' does not exist");
            }
            if (index > rules(given.chain()).size()) {
                throw Failure.other("arptables: Index of insertion too big.");
            }
            try {
                Optional<Chain> target = rule.jumpsToChain() ? find(rule.jump()) : Optional.empty();
                ruleset().insertRule(make(given.chain()), index, rule.statements(target), Optional.empty());
            } catch (NetException refused) {
                throw Failure.kernel("RULE_APPEND", refused.errno(), "rule in chain " + given.chain());
            }
        }

        private void delete() {
            if (!exists(given.chain())) {
                throw Failure.other(MISSING);
            }
            List<ArpRule> rules = rules(given.chain());
            if (given.number().isPresent()) {
                if (given.number().get() > rules.size()) {
                    throw Failure.other("arptables: Index of deletion too big.");
                }
                ruleset().deleteRule(make(given.chain()), given.number().get() - 1);
                return;
            }
            ArpRule wanted = given.rule();
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).isSame(wanted)) {
                    ruleset().deleteRule(make(given.chain()), i);
                    return;
                }
            }
            throw Failure.other("arptables: Bad rule (does a matching rule exist in that chain?).");
        }

        private void newChain() {
            if (exists(given.chain())) {
                throw Failure.other("arptables: Chain already exists.");
            }
            Table made = table().orElseGet(() -> ruleset().addTable(Family.ARP, "filter"));
            ruleset().addChain(made, given.chain(), Optional.empty());
        }

        private void deleteChains() {
            for (String name : existing()) {
                Optional<Chain> chain = find(name);
                if (chain.isEmpty()
                        || chain.get().base().isPresent() && chain.get().policy() == Verdict.DROP) {
                    continue;
                }
                boolean used = !chain.get().rules().isEmpty() || ruleset().references(chain.get()) > 0;
                if (used && chain.get().base().isEmpty()) {
                    throw Failure.kernel("CHAIN_DEL", Errno.EBUSY, "chain " + name);
                }
                if (!used) {
                    ruleset().deleteChain(chain.get());
                }
            }
        }

        private void policy() {
            if (!BUILTIN.contains(given.chain())) {
                throw Failure.other("arptables: Bad built-in chain name.");
            }
            if (!given.word().equals("ACCEPT") && !given.word().equals("DROP")) {
                throw Failure.other("arptables: Bad policy name. Run `dmesg' for more information.");
            }
            Chain chain = make(given.chain());
            chain.setPolicy(given.word().equals("DROP") ? Verdict.DROP : Verdict.ACCEPT);
            chain.setCounter(Optional.of(new Counter()));
        }

        private void list(boolean asOptions) {
            if (!given.chain().isEmpty() && !exists(given.chain())) {
                throw Failure.other("arptables v1.8.9 (nf_tables): chain `" + given.chain()
                        + "' in table `filter' is incompatible, use 'nft' tool.");
            }
            boolean first = true;
            for (String chain : chains()) {
                context.out().print(first || asOptions ? "" : "\n");
                context.out().println(head(chain, asOptions));
                first = false;
                if (!asOptions) {
                    rules(chain, "");
                }
            }
            if (asOptions) {
                chains().forEach(chain -> rules(chain, "-A " + chain + " "));
            }
        }

        private String head(String name, boolean asOptions) {
            Optional<Chain> chain = find(name);
            Verdict policy = chain.map(Chain::policy).orElse(Verdict.ACCEPT);
            if (!BUILTIN.contains(name)) {
                return asOptions
                        ? "-N " + name
                        : "Chain " + name + " (" + ruleset().references(chain.orElseThrow()) + " references)";
            }
            Counter counter = chain.flatMap(Chain::counter).orElseGet(Counter::new);
            String counts = given.has("v") ? " " + counter.packets() + " packets, " + counter.bytes() + " bytes" : "";
            return asOptions ? "-P " + name + " " + policy : "Chain " + name + " (policy " + policy + counts + ")";
        }

        private void rules(String chain, String prefix) {
            ArpRuleText text = new ArpRuleText(given.has("n") || !prefix.isEmpty(), given.has("v") && prefix.isEmpty());
            int number = 0;
            for (ArpRule rule : rules(chain)) {
                number++;
                context.out().println(prefix + (given.has("0") ? number + " " : "") + text.text(rule));
            }
        }
    }
}
