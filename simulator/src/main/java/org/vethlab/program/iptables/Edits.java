package org.vethlab.program.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Verdict;
import org.vethlab.process.Output;
import org.vethlab.program.CommandException;
import org.vethlab.program.iptables.extension.ListStyle;

/** What changes rules and chains, with the words of nft_strerror for what cannot be done. */
final class Edits {
    private static final String MISSING = "No chain/target/match by that name.";
    private static final String BAD_RULE = "Bad rule (does a matching rule exist in that chain?).";

    private final Tables tables;
    private final BuiltinTable table;
    private final Variant variant;
    private final Names names;
    private final Output out;

    Edits(Tables tables, BuiltinTable table, Variant variant, Names names, Output out) {
        this.tables = tables;
        this.table = table;
        this.variant = variant;
        this.names = names;
        this.out = out;
    }

    void perform(Action action, Invocation given) {
        switch (action) {
            case APPEND -> add(given, true);
            case INSERT -> add(given, false);
            case REPLACE -> replace(given);
            case DELETE -> delete(given);
            case CHECK -> check(given);
            case FLUSH -> flush(given);
            case ZERO -> zero(given);
            case NEW_CHAIN -> newChain(given.chain());
            case DELETE_CHAIN -> deleteChains(given);
            case RENAME_CHAIN -> rename(given);
            case POLICY -> policy(given.chain(), given.word(), Optional.of(new Counter()));
            case LIST, LIST_RULES -> throw new IllegalArgumentException("not an edit: " + action);
        }
    }

    private CommandException other(String message) {
        return Failure.other(variant.program() + ": " + message);
    }

    private void add(Invocation given, boolean atEnd) {
        if (!tables.exists(table, given.chain())) {
            throw other(MISSING);
        }
        int size = tables.find(table, given.chain())
                .map(known -> known.rules().size())
                .orElse(0);
        int place = atEnd ? size : given.number().orElse(1) - 1;
        if (place > size) {
            throw other("Index of insertion too big.");
        }
        for (RuleSpec rule : given.rules()) {
            tell(rule, given);
            insert(given.chain(), place, rule, atEnd ? "RULE_APPEND" : "RULE_INSERT");
            place += atEnd ? 1 : 0;
        }
    }

    /** Surprising: a rule that the kernel refuses takes with it the table and the chain that were made for it. */
    private void insert(String chainName, int place, RuleSpec rule, String operation) {
        boolean newTable = tables.find(table).isEmpty();
        boolean newChain = tables.find(table, chainName).isEmpty();
        Chain chain = tables.make(table, chainName).orElseThrow();
        Optional<Chain> target = rule.jumpsToChain() ? tables.find(table, rule.jump()) : Optional.empty();
        try {
            checkJump(rule, chain);
            tables.ruleset().insertRule(chain, place, rule.statements(target), Optional.empty());
        } catch (NetException refused) {
            if (newTable) {
                tables.ruleset().deleteTable(chain.table());
            } else if (newChain) {
                tables.ruleset().deleteChain(chain);
            }
            throw Failure.kernel(operation, refused.errno(), "rule in chain " + chainName);
        }
    }

    /** No rule can jump to a base chain, not even to one that is yet to come, nor to user space without a target. */
    private static void checkJump(RuleSpec rule, Chain chain) {
        if (rule.jump().equals("QUEUE")) {
            throw new NetException(Errno.ENOENT);
        }
        if (!rule.jumpsToChain()) {
            return;
        }
        Chain target = chain.table().chain(rule.jump()).orElseThrow(() -> new NetException(Errno.ENOENT));
        if (target.base().isPresent()) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
    }

    private void tell(RuleSpec rule, Invocation given) {
        if (given.isVerbose()) {
            out.println(new RuleText(variant, new ListStyle(true, names))
                    .verbose(rule)
                    .replaceFirst("  (\\d+) opt", "  $1 opt"));
        }
    }

    private void replace(Invocation given) {
        if (given.rules().size() > 1) {
            throw Failure.parameter("Replacement rule does not specify a unique address");
        }
        // Surprising: of a built-in chain that nothing has needed yet nothing can be replaced or deleted by number.
        Chain chain = tables.find(table, given.chain()).orElseThrow(() -> other(MISSING));
        int index = given.number().orElseThrow() - 1;
        if (index >= chain.rules().size()) {
            throw other("Index of replacement too big.");
        }
        RuleSpec rule = given.rules().get(0);
        tell(rule, given);
        Optional<Chain> target = rule.jumpsToChain() ? tables.find(table, rule.jump()) : Optional.empty();
        try {
            checkJump(rule, chain);
            tables.ruleset().replaceRule(chain, index, rule.statements(target), Optional.empty());
        } catch (NetException refused) {
            throw Failure.kernel("RULE_REPLACE", refused.errno(), "rule in chain " + chain.name());
        }
    }

    private Chain known(String name) {
        if (!tables.exists(table, name)) {
            throw other(MISSING);
        }
        return tables.make(table, name).orElseThrow();
    }

    private void delete(Invocation given) {
        if (!tables.exists(table, given.chain())) {
            throw other(MISSING);
        }
        List<Rule> rules = rules(given.chain());
        if (given.number().isPresent()) {
            if (tables.find(table, given.chain()).isEmpty()) {
                throw other(MISSING);
            }
            int index = given.number().get() - 1;
            if (index >= rules.size()) {
                throw other("Index of deletion too big.");
            }
            tables.ruleset().deleteRule(known(given.chain()), index);
            return;
        }
        for (RuleSpec rule : given.rules()) {
            int index = indexOf(given.chain(), rule).orElseThrow(() -> other(BAD_RULE));
            tell(rule, given);
            tables.ruleset().deleteRule(known(given.chain()), index);
        }
    }

    private void check(Invocation given) {
        for (RuleSpec rule : given.rules()) {
            if (indexOf(given.chain(), rule).isEmpty()) {
                throw other(BAD_RULE);
            }
            tell(rule, given);
        }
    }

    private List<Rule> rules(String chain) {
        return tables.find(table, chain).map(Chain::rules).orElse(List.of());
    }

    private Optional<Integer> indexOf(String chain, RuleSpec wanted) {
        List<Rule> rules = rules(chain);
        for (int i = 0; i < rules.size(); i++) {
            if (RuleSpec.of(rules.get(i)).filter(wanted::isSame).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void flush(Invocation given) {
        if (!given.chain().isEmpty()) {
            if (!tables.exists(table, given.chain())) {
                throw other(MISSING);
            }
            tables.find(table, given.chain()).ifPresent(tables.ruleset()::flushChain);
            return;
        }
        for (String name : allChains()) {
            if (given.isVerbose()) {
                out.println("Flushing chain `" + name + "'");
            }
            tables.find(table, name).ifPresent(tables.ruleset()::flushChain);
        }
    }

    private List<String> allChains() {
        List<String> all = new ArrayList<>(table.chains());
        tables.userChains(table).forEach(chain -> all.add(chain.name()));
        return all;
    }

    private void zero(Invocation given) {
        if (!given.chain().isEmpty() && !tables.exists(table, given.chain())) {
            throw other(MISSING);
        }
        for (String name : given.chain().isEmpty() ? allChains() : List.of(given.chain())) {
            zero(name, given.number());
        }
    }

    private void zero(String name, Optional<Integer> number) {
        List<Rule> rules = rules(name);
        if (number.isPresent() && number.get() > rules.size()) {
            throw other("Index of counter too big.");
        }
        for (int i = 0; i < rules.size(); i++) {
            if (number.isEmpty() || number.get() == i + 1) {
                RuleSpec.of(rules.get(i)).ifPresent(rule -> rule.counter().set(0, 0));
            }
        }
        if (number.isEmpty()) {
            tables.find(table, name).flatMap(Chain::counter).ifPresent(counter -> counter.set(0, 0));
        }
    }

    void newChain(String name) {
        if (tables.exists(table, name)) {
            throw other("Chain already exists.");
        }
        tables.ruleset().addChain(tables.make(table), name, Optional.empty());
    }

    /** Surprising: without a name, the built-in chains that are empty go too, if their policy is ACCEPT. */
    private void deleteChains(Invocation given) {
        if (!given.chain().isEmpty()) {
            if (tables.find(table, given.chain())
                    .filter(chain -> chain.base().isEmpty())
                    .isEmpty()) {
                throw other(MISSING);
            }
            deleteChain(tables.find(table, given.chain()).orElseThrow(), given);
            return;
        }
        tables.userChains(table).forEach(chain -> deleteChain(chain, given));
        for (String name : table.chains()) {
            tables.find(table, name)
                    .filter(chain -> chain.rules().isEmpty() && chain.policy() == Verdict.ACCEPT)
                    .ifPresent(tables.ruleset()::deleteChain);
        }
    }

    private void deleteChain(Chain chain, Invocation given) {
        if (given.isVerbose()) {
            out.println("Deleting chain `" + chain.name() + "'");
        }
        if (!chain.rules().isEmpty() || tables.ruleset().references(chain) > 0) {
            throw Failure.kernel("CHAIN_DEL", Errno.EBUSY, "chain " + chain.name());
        }
        tables.ruleset().deleteChain(chain);
    }

    private void rename(Invocation given) {
        if (tables.exists(table, given.word())) {
            throw other("File exists.");
        }
        Chain chain = tables.find(table, given.chain())
                .filter(found -> found.base().isEmpty())
                .orElseThrow(() -> other(MISSING));
        tables.ruleset().renameChain(chain, given.word());
    }

    void policy(String chain, String word, Optional<Counter> counter) {
        if (table.hook(chain).isEmpty()) {
            throw other("Bad built-in chain name.");
        }
        if (!word.equals("ACCEPT") && !word.equals("DROP")) {
            throw other("Bad policy name. Run `dmesg' for more information.");
        }
        Chain made = tables.make(table, chain).orElseThrow();
        made.setPolicy(word.equals("DROP") ? Verdict.DROP : Verdict.ACCEPT);
        if (counter.isPresent()) {
            made.setCounter(counter);
        }
    }
}
