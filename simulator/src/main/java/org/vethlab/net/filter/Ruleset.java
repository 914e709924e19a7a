package org.vethlab.net.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.StatefulObject;

/** The tables of a namespace, and all ways to change them (net/netfilter/nf_tables_api.c). */
public final class Ruleset {
    private final Netfilter netfilter;
    private final List<Table> tables = new ArrayList<>();
    private long lastTableHandle;
    private long commits = 1;
    private long generation = 1;

    Ruleset(Netfilter netfilter) {
        this.netfilter = netfilter;
    }

    /** In the order in which they were made. */
    public List<Table> tables() {
        return Collections.unmodifiableList(tables);
    }

    /** Grows with every change ({@code nft list ruleset} of the generation). */
    public long generation() {
        return generation;
    }

    public Optional<Table> table(Family family, String name) {
        for (Table table : tables) {
            if (table.family() == family && table.name().equals(name)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    public Table addTable(Family family, String name) {
        Table table = new Table(family, name, ++lastTableHandle);
        tables.add(table);
        changed();
        return table;
    }

    public void deleteTable(Table table) {
        tables.remove(table);
        changed();
    }

    public void setDormant(Table table, boolean dormant) {
        table.dormant(dormant);
        changed();
    }

    /** A base chain if {@code base} says where, a plain one otherwise. @throws NetException EEXIST */
    public Chain addChain(Table table, String name, Optional<BaseHook> base) {
        if (table.chain(name).isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        Chain chain = new Chain(table, name, table.nextHandle(), base);
        table.editableChains().put(name, chain);
        changed();
        return chain;
    }

    /** Deletes a chain and its rules. @throws NetException EBUSY if a rule leads to it */
    public void deleteChain(Chain chain) {
        if (references(chain) > 0) {
            throw new NetException(Errno.EBUSY);
        }
        chain.table().editableChains().remove(chain.name());
        changed();
    }

    /** @throws NetException EEXIST */
    public void renameChain(Chain chain, String name) {
        Table table = chain.table();
        if (table.chain(name).isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        List<Chain> order = List.copyOf(table.chains());
        chain.rename(name);
        table.editableChains().clear();
        order.forEach(one -> table.editableChains().put(one.name(), one));
        changed();
    }

    /** How many rules of other chains lead to a chain. */
    public int references(Chain chain) {
        int count = 0;
        for (Chain other : chain.table().chains()) {
            for (Rule rule : other.rules()) {
                count += (int) rule.statements().stream()
                        .filter(statement -> statement.targets().contains(chain))
                        .count();
            }
        }
        return count;
    }

    /** Puts a rule in place: at an index of the chain, its length to append. @throws NetException EINVAL, EMLINK */
    public Rule insertRule(Chain chain, int index, List<Statement> statements, Optional<String> comment) {
        Rule rule = new Rule(chain.table().nextHandle(), statements, comment);
        chain.editableRules().add(index, rule);
        try {
            Validation.check(chain.table());
        } catch (NetException invalid) {
            chain.editableRules().remove(index);
            throw invalid;
        }
        changed();
        return rule;
    }

    /** Puts a rule where another one is. Surprising: it gets a handle of its own. @throws NetException EINVAL, EMLINK */
    public Rule replaceRule(Chain chain, int index, List<Statement> statements, Optional<String> comment) {
        Rule rule = new Rule(chain.table().nextHandle(), statements, comment);
        Rule before = chain.editableRules().set(index, rule);
        try {
            Validation.check(chain.table());
        } catch (NetException invalid) {
            chain.editableRules().set(index, before);
            throw invalid;
        }
        changed();
        return rule;
    }

    public void deleteRule(Chain chain, int index) {
        chain.editableRules().remove(index);
        changed();
    }

    public void flushChain(Chain chain) {
        chain.editableRules().clear();
        changed();
    }

    public void addSet(Table table, ElementSet set) {
        table.editableSets().put(set.name(), set);
    }

    public void deleteSet(Table table, ElementSet set) {
        table.editableSets().remove(set.name());
    }

    public void addObject(Table table, StatefulObject object) {
        table.editableObjects().put(object.kind() + " " + object.name(), object);
    }

    public void deleteObject(Table table, StatefulObject object) {
        table.editableObjects().remove(object.kind() + " " + object.name());
    }

    /** A transaction went well. @return the number of the generation that it made, from 2 on */
    public long committed() {
        return ++commits;
    }

    /** All as it is now, to come back to if a transaction fails. */
    public Snapshot snapshot() {
        return new Snapshot(tables, lastTableHandle);
    }

    /** Undoes all that was done since. Surprising: the handles given meanwhile stay used. */
    public void restore(Snapshot snapshot) {
        snapshot.restoreTo(tables);
        changed();
    }

    /** The same, as if nothing had ever been asked of the kernel. */
    public void forget(Snapshot snapshot) {
        restore(snapshot);
        lastTableHandle = snapshot.restoreHandles();
    }

    private void changed() {
        generation++;
        netfilter.rulesChanged();
    }
}
