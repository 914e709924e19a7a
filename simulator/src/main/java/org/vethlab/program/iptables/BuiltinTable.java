package org.vethlab.program.iptables;

import static org.vethlab.net.filter.Hook.FORWARD;
import static org.vethlab.net.filter.Hook.INPUT;
import static org.vethlab.net.filter.Hook.OUTPUT;
import static org.vethlab.net.filter.Hook.POSTROUTING;
import static org.vethlab.net.filter.Hook.PREROUTING;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.ChainType;
import org.vethlab.net.filter.Hook;

/** The tables of iptables and the chains that they always have (xtables_ipv4). A chain is made when it is first needed; saved in this order. */
public enum BuiltinTable {
    MANGLE(-150, PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING),
    SECURITY(150, INPUT, FORWARD, OUTPUT),
    RAW(-300, PREROUTING, OUTPUT),
    FILTER(0, INPUT, FORWARD, OUTPUT),
    NAT(-100, PREROUTING, INPUT, OUTPUT, POSTROUTING);

    private static final int SOURCE_NAT = 100;

    private final int priority;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Hook> hooks;

    private final String keyword = name().toLowerCase(Locale.ROOT);

    BuiltinTable(int priority, Hook... hooks) {
        this.priority = priority;
        this.hooks = List.of(hooks);
    }

    public String keyword() {
        return keyword;
    }

    public static Optional<BuiltinTable> named(String name) {
        for (BuiltinTable table : values()) {
            if (table.keyword.equals(name)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** The names of its chains, in the order of their hooks. */
    public List<String> chains() {
        return hooks.stream().map(Hook::name).toList();
    }

    /** Where a chain hangs; empty if it is none of this table's own. */
    public Optional<BaseHook> hook(String chain) {
        return hooks.stream()
                .filter(hook -> hook.name().equals(chain))
                .findFirst()
                .map(hook -> new BaseHook(type(hook), hook, priority(hook)));
    }

    private ChainType type(Hook hook) {
        if (this == NAT) {
            return ChainType.NAT;
        }
        return this == MANGLE && hook == OUTPUT ? ChainType.ROUTE : ChainType.FILTER;
    }

    private int priority(Hook hook) {
        return this == NAT && (hook == POSTROUTING || hook == INPUT) ? SOURCE_NAT : priority;
    }
}
