package org.vethlab.program.iptables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Table;

/** The kernel's tables as iptables sees them: those with its own names, and what it expects in them. */
final class Tables {
    private final Variant variant;
    private final Ruleset ruleset;

    Tables(Namespace namespace, Variant variant) {
        this.variant = variant;
        this.ruleset = namespace.netfilter().ruleset();
    }

    Ruleset ruleset() {
        return ruleset;
    }

    Optional<Table> find(BuiltinTable builtin) {
        return ruleset.table(variant.family(), builtin.keyword());
    }

    Optional<Chain> find(BuiltinTable builtin, String chain) {
        return find(builtin).flatMap(table -> table.chain(chain));
    }

    /** Whether a chain is there, or would be made when needed. */
    boolean exists(BuiltinTable builtin, String chain) {
        return builtin.hook(chain).isPresent() || find(builtin, chain).isPresent();
    }

    /** The table, made if it is not there. */
    Table make(BuiltinTable builtin) {
        return find(builtin).orElseGet(() -> ruleset.addTable(variant.family(), builtin.keyword()));
    }

    /** A built-in chain is made when it is first needed; others must be there. */
    Optional<Chain> make(BuiltinTable builtin, String name) {
        Optional<Chain> known = find(builtin, name);
        Optional<BaseHook> hook = builtin.hook(name);
        if (known.isPresent() || hook.isEmpty()) {
            return known;
        }
        return Optional.of(ruleset.addChain(make(builtin), name, hook));
    }

    /** The chains that the user made, by name. */
    List<Chain> userChains(BuiltinTable builtin) {
        List<Chain> chains = new ArrayList<>();
        find(builtin)
                .ifPresent(table -> table.chains().stream()
                        .filter(chain -> builtin.hook(chain.name()).isEmpty())
                        .forEach(chains::add));
        chains.sort(Comparator.comparing(Chain::name));
        return chains;
    }

    /** Whether iptables can show all that is in a table, or nft alone. */
    boolean isCompatible(BuiltinTable builtin) {
        return find(builtin)
                .map(table -> table.chains().stream().allMatch(chain -> isCompatible(builtin, chain)))
                .orElse(true);
    }

    boolean isCompatible(BuiltinTable builtin, Chain chain) {
        boolean wrongPlace =
                chain.base().isPresent() && !builtin.hook(chain.name()).equals(chain.base());
        return !wrongPlace && chain.rules().stream().map(RuleSpec::of).allMatch(Optional::isPresent);
    }

    /** A chain's rules. */
    List<RuleSpec> rules(Chain chain) {
        List<RuleSpec> specs = new ArrayList<>();
        for (Rule rule : chain.rules()) {
            RuleSpec.of(rule).ifPresent(specs::add);
        }
        return specs;
    }
}
