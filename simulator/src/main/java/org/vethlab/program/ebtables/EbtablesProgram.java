package org.vethlab.program.ebtables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.xt.EthernetIpMatch;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Names;
import org.vethlab.program.iptables.Variant;

/** {@code ebtables}. */
public final class EbtablesProgram implements Program {
    private static final String MISSING = "ebtables: No chain/target/match by that name";

    /** TCP, UDP, DCCP, SCTP, UDP-Lite. */
    private static final Set<Integer> WITH_PORTS = Set.of(6, 17, 33, 132, 136);

    private final String name;

    public EbtablesProgram(String name) {
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
        return "Ethernet bridge frame table administration";
    }

    @Override
    public int run(Context context) {
        Names names = new Names(context, Variant.IPV4);
        EbtablesParser given = new EbtablesParser(context.arguments(), names);
        try {
            given.parse();
            if (given.command().isEmpty() || given.command().equals("h")) {
                context.out().print(UsageText.of("ebtables"));
                return 0;
            }
            if (given.command().equals("V")) {
                context.out().println("ebtables 1.8.9 (nf_tables)");
                return 0;
            }
            BridgeTable table = BridgeTable.named(given.table())
                    .orElseThrow(() -> Failure.version("table '" + given.table() + "' does not exist"));
            new Work(context, given, table, names).perform();
            return 0;
        } catch (CommandException e) {
            throw Failure.explained(e, "ebtables");
        }
    }

    /** One command on one table. */
    private record Work(Context context, EbtablesParser given, BridgeTable builtin, Names names) {
        Ruleset ruleset() {
            return context.net().netfilter().ruleset();
        }

        Optional<Table> table() {
            return ruleset().table(Family.BRIDGE, builtin.keyword());
        }

        Optional<Chain> find(String chain) {
            return table().flatMap(found -> found.chain(chain));
        }

        boolean exists(String chain) {
            return builtin.hook(chain).isPresent() || find(chain).isPresent();
        }

        Chain make(String chain) {
            if (!exists(chain)) {
                throw Failure.other(MISSING);
            }
            Table made = table().orElseGet(() -> ruleset().addTable(Family.BRIDGE, builtin.keyword()));
            return made.chain(chain).orElseGet(() -> ruleset().addChain(made, chain, builtin.hook(chain)));
        }

        List<Chain> userChains() {
            List<Chain> chains = new ArrayList<>();
            table().ifPresent(found -> found.chains().stream()
                    .filter(chain -> builtin.hook(chain.name()).isEmpty())
                    .forEach(chains::add));
            chains.sort(Comparator.comparing(Chain::name));
            return chains;
        }

        static List<BridgeRule> rules(Optional<Chain> chain) {
            return chain.map(Chain::rules).orElse(List.of()).stream()
                    .flatMap(rule -> BridgeRule.of(rule).stream())
                    .toList();
        }

        void perform() {
            switch (given.command()) {
                case "A" -> add(rules(find(given.chain())).size());
                case "I" -> add(given.first().orElse(1) - 1);
                case "D" -> delete();
                case "L" -> list();
                case "F" -> chains().forEach(chain -> flush(find(chain)));
                case "Z" ->
                    chains().forEach(chain ->
                            rules(find(chain)).forEach(rule -> rule.counter().set(0, 0)));
                case "N" -> newChain();
                case "X" -> deleteChains();
                case "E" -> rename();
                case "P" -> policy();
                default -> throw CommandException.notSimulated("ebtables -" + given.command());
            }
        }

        private List<String> chains() {
            if (!given.chain().isEmpty()) {
                if (!exists(given.chain())) {
                    throw Failure.other(MISSING);
                }
                return List.of(given.chain());
            }
            List<String> all = new ArrayList<>(builtin.chains());
            userChains().forEach(chain -> all.add(chain.name()));
            return all;
        }

        private void add(int index) {
            BridgeRule rule = given.rule();
            if (!exists(given.chain())) {
                throw Failure.other(MISSING);
            }
            if (rule.jumpsToChain() && find(rule.jump()).isEmpty()) {
                throw Failure.parameter("Chain '" + rule.jump() + "' does not exist");
            }
            if (index > rules(find(given.chain())).size() || index < 0) {
                throw Failure.other("ebtables: Index of insertion too big");
            }
            if (given.isLogical()) {
                throw Failure.kernel("RULE_APPEND", Errno.EOPNOTSUPP, "rule in chain " + given.chain());
            }
            boolean needsProtocol = rule.matches().stream()
                    .anyMatch(match -> List.of("ip", "ip6", "arp", "vlan").contains(match.extension()));
            if (needsProtocol && rule.header().protocol() < 0 || namesPortsOfNothing(rule)) {
                throw Failure.kernel("RULE_APPEND", Errno.EINVAL, "rule in chain " + given.chain());
            }
            try {
                Optional<Chain> target = rule.jumpsToChain() ? find(rule.jump()) : Optional.empty();
                ruleset().insertRule(make(given.chain()), index, rule.statements(target), Optional.empty());
            } catch (NetException refused) {
                throw Failure.kernel("RULE_APPEND", refused.errno(), "rule in chain " + given.chain());
            }
        }

        /** Only some protocols have ports, and one of them must be named (ebt_ip_mt_check). */
        private static boolean namesPortsOfNothing(BridgeRule rule) {
            return rule.matches().stream()
                    .filter(EthernetIpMatch.class::isInstance)
                    .map(EthernetIpMatch.class::cast)
                    .filter(match -> match.sourcePorts().isPresent()
                            || match.destinationPorts().isPresent())
                    .anyMatch(match -> match.protocol()
                            .filter(protocol -> !protocol.inverted() && WITH_PORTS.contains(protocol.first()))
                            .isEmpty());
        }

        private void delete() {
            if (!exists(given.chain())) {
                throw Failure.other(MISSING);
            }
            List<BridgeRule> rules = rules(find(given.chain()));
            if (given.first().isPresent()) {
                int from = given.first().get();
                int to = Math.min(given.last().orElse(from), rules.size());
                if (from < 1 || from > rules.size()) {
                    throw Failure.other("ebtables: Index of deletion too big");
                }
                // Surprising: of a range, each number counts what the deletions before have left.
                for (int i = from; i <= to && i <= make(given.chain()).rules().size(); i++) {
                    ruleset().deleteRule(make(given.chain()), i - 1);
                }
                return;
            }
            BridgeRule wanted = given.rule();
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).isSame(wanted)) {
                    ruleset().deleteRule(make(given.chain()), i);
                    return;
                }
            }
            throw Failure.other("ebtables: Bad rule (does a matching rule exist in that chain?)");
        }

        /** The last rule of a user's chain is its policy, and stays. */
        private void flush(Optional<Chain> chain) {
            chain.ifPresent(found -> {
                for (int i = rules(chain).size(); i > 0; i--) {
                    ruleset().deleteRule(found, i - 1);
                }
            });
        }

        /** Surprising: what no rule of a user's chain decides about is accepted, and does not go back. */
        private void newChain() {
            if (exists(given.chain())) {
                throw Failure.other("ebtables: Chain already exists");
            }
            Table made = table().orElseGet(() -> ruleset().addTable(Family.BRIDGE, builtin.keyword()));
            Chain chain = ruleset().addChain(made, given.chain(), Optional.empty());
            policyRule(chain, Verdict.ACCEPT);
        }

        private void policyRule(Chain chain, Verdict verdict) {
            ruleset()
                    .insertRule(
                            chain,
                            chain.rules().size(),
                            List.of(new Counter(), new VerdictStatement(verdict)),
                            Optional.empty());
        }

        private void deleteChains() {
            List<Chain> chains = given.chain().isEmpty()
                    ? userChains()
                    : List.of(find(given.chain())
                            .filter(chain -> chain.base().isEmpty())
                            .orElseThrow(() -> Failure.other(MISSING)));
            for (Chain chain : chains) {
                if (!rules(Optional.of(chain)).isEmpty() || ruleset().references(chain) > 0) {
                    throw Failure.kernel("CHAIN_DEL", Errno.EBUSY, "chain " + chain.name());
                }
                ruleset().deleteChain(chain);
            }
            if (given.chain().isEmpty()) {
                builtin.chains().stream()
                        .flatMap(chain -> find(chain).stream())
                        .filter(chain -> chain.rules().isEmpty() && chain.policy() == Verdict.ACCEPT)
                        .forEach(ruleset()::deleteChain);
            }
        }

        private void rename() {
            Chain chain = find(given.chain()).orElseThrow(() -> Failure.other(MISSING));
            if (exists(given.word())) {
                throw Failure.other("ebtables: File exists");
            }
            ruleset().renameChain(chain, given.word());
        }

        private void policy() {
            if (!List.of("ACCEPT", "DROP", "RETURN", "CONTINUE").contains(given.word())) {
                throw Failure.parameter("Unknown policy '" + given.word() + "'");
            }
            Chain chain = make(given.chain());
            Verdict verdict = BridgeRule.verdict(given.word(), Optional.empty());
            if (chain.base().isPresent()) {
                chain.setPolicy(verdict);
                return;
            }
            List<Rule> rules = chain.rules();
            if (!rules.isEmpty() && BridgeRule.of(rules.get(rules.size() - 1)).isEmpty()) {
                ruleset().deleteRule(chain, rules.size() - 1);
            }
            policyRule(chain, verdict);
        }

        private void list() {
            if (!given.chain().isEmpty() && !exists(given.chain())) {
                throw Failure.other("ebtables v1.8.9 (nf_tables): chain `" + given.chain() + "' in table `"
                        + builtin.keyword() + "' is incompatible, use 'nft' tool.");
            }
            context.out().println("Bridge table: " + builtin.keyword());
            for (String chain : chains()) {
                list(chain);
            }
        }

        private void list(String name) {
            Optional<Chain> chain = find(name);
            List<BridgeRule> rules = rules(chain);
            String policy = builtin.hook(name).isEmpty()
                    ? "RETURN"
                    : chain.map(Chain::policy).orElse(Verdict.ACCEPT).toString();
            context.out().println("");
            context.out().println("Bridge chain: " + name + ", entries: " + rules.size() + ", policy: " + policy);
            BridgeRuleText text = new BridgeRuleText(names);
            for (int i = 0; i < rules.size(); i++) {
                BridgeRule rule = rules.get(i);
                String number = given.shows("Ln") ? i + 1 + " " : "";
                String counts = given.shows("Lc")
                        ? " , pcnt = " + rule.counter().packets() + " -- bcnt = "
                                + rule.counter().bytes()
                        : "";
                context.out().println(number + text.text(rule) + counts);
            }
        }
    }
}
