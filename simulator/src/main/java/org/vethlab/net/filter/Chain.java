package org.vethlab.net.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Rules in their order (struct nft_chain); a base chain hangs in a hook and has a policy. */
public final class Chain {
    private final Table table;
    private final long handle;
    private final Optional<BaseHook> base;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> rulesView = Collections.unmodifiableList(rules);
    private String name;
    private Verdict policy = Verdict.ACCEPT;
    private Optional<String> comment = Optional.empty();
    private Optional<Counter> counter = Optional.empty();

    Chain(Table table, String name, long handle, Optional<BaseHook> base) {
        this.table = table;
        this.name = name;
        this.handle = handle;
        this.base = base;
    }

    public Table table() {
        return table;
    }

    public String name() {
        return name;
    }

    public long handle() {
        return handle;
    }

    /** Whether it is a base chain of one of those hooks. */
    public boolean isAt(Hook... hooks) {
        return base.map(BaseHook::hook).filter(Arrays.asList(hooks)::contains).isPresent();
    }

    public Optional<BaseHook> base() {
        return base;
    }

    /** What befalls packets that no rule decides about: ACCEPT or DROP. */
    public Verdict policy() {
        return policy;
    }

    public void setPolicy(Verdict newPolicy) {
        policy = newPolicy;
    }

    public Optional<String> comment() {
        return comment;
    }

    public void setComment(Optional<String> newComment) {
        comment = newComment;
    }

    /** Counts what the policy decided about, if it is to be counted (NFTA_CHAIN_COUNTERS). */
    public Optional<Counter> counter() {
        return counter;
    }

    public void setCounter(Optional<Counter> newCounter) {
        counter = newCounter;
    }

    public List<Rule> rules() {
        return rulesView;
    }

    void rename(String newName) {
        name = newName;
    }

    /** The rules, to be changed by {@link Ruleset} alone. */
    List<Rule> editableRules() {
        return rules;
    }

    @Override
    public String toString() {
        return table + " " + name;
    }
}
