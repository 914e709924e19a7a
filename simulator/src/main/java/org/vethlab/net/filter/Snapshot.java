package org.vethlab.net.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.StatefulObject;

/** The rules at one moment: what a transaction that fails leaves behind (__nf_tables_abort). */
public final class Snapshot {
    private final List<TableState> tables = new ArrayList<>();

    private final long lastTableHandle;

    Snapshot(List<Table> tables, long lastTableHandle) {
        this.lastTableHandle = lastTableHandle;
        tables.forEach(table -> this.tables.add(new TableState(table)));
    }

    void restoreTo(List<Table> target) {
        target.clear();
        for (TableState state : tables) {
            state.restore();
            target.add(state.table);
        }
    }

    /** @return the last handle of a table */
    long restoreHandles() {
        tables.forEach(state -> state.table.lastHandle(state.lastHandle));
        return lastTableHandle;
    }

    private static final class TableState {
        private final long lastHandle;
        private final Table table;
        private final boolean dormant;
        private final Optional<String> comment;
        private final List<ChainState> chains = new ArrayList<>();
        private final Map<ElementSet, List<SetElement>> sets = new LinkedHashMap<>();
        private final List<StatefulObject> objects;

        TableState(Table table) {
            this.table = table;
            this.lastHandle = table.lastHandle();
            this.dormant = table.isDormant();
            this.comment = table.comment();
            table.chains().forEach(chain -> chains.add(new ChainState(chain)));
            table.sets().forEach(set -> sets.put(set, set.snapshot()));
            this.objects = List.copyOf(table.objects());
        }

        void restore() {
            table.dormant(dormant);
            table.setComment(comment);
            table.editableChains().clear();
            for (ChainState chain : chains) {
                chain.restore();
                table.editableChains().put(chain.chain.name(), chain.chain);
            }
            table.editableSets().clear();
            sets.forEach((set, elements) -> {
                set.restore(elements);
                table.editableSets().put(set.name(), set);
            });
            table.editableObjects().clear();
            objects.forEach(object -> table.editableObjects().put(object.kind() + " " + object.name(), object));
        }
    }

    private static final class ChainState {
        private final Chain chain;
        private final String name;
        private final Verdict policy;
        private final List<Rule> rules;

        ChainState(Chain chain) {
            this.chain = chain;
            this.name = chain.name();
            this.policy = chain.policy();
            this.rules = List.copyOf(chain.rules());
        }

        void restore() {
            chain.rename(name);
            chain.setPolicy(policy);
            chain.editableRules().clear();
            chain.editableRules().addAll(rules);
        }
    }
}
