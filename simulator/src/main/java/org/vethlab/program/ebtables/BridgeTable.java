package org.vethlab.program.ebtables;

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

/** The tables of ebtables (xtables_bridge). */
enum BridgeTable {
    FILTER(INPUT, FORWARD, OUTPUT),
    NAT(PREROUTING, OUTPUT, POSTROUTING);

    /** NF_BR_PRI_FILTER_BRIDGED, NF_BR_PRI_NAT_DST_BRIDGED, NF_BR_PRI_NAT_DST_OTHER, NF_BR_PRI_NAT_SRC. */
    private static final int FILTERING = -200;

    private static final int TRANSLATING_FIRST = -300;
    private static final int TRANSLATING_OWN = 100;
    private static final int TRANSLATING_LAST = 300;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Hook> hooks;

    private final String keyword = name().toLowerCase(Locale.ROOT);

    BridgeTable(Hook... hooks) {
        this.hooks = List.of(hooks);
    }

    String keyword() {
        return keyword;
    }

    static Optional<BridgeTable> named(String name) {
        return List.of(values()).stream()
                .filter(table -> table.keyword.equals(name))
                .findFirst();
    }

    List<String> chains() {
        return hooks.stream().map(Hook::name).toList();
    }

    Optional<BaseHook> hook(String chain) {
        return hooks.stream()
                .filter(hook -> hook.name().equals(chain))
                .findFirst()
                .map(hook -> new BaseHook(ChainType.FILTER, hook, priority(hook)));
    }

    private int priority(Hook hook) {
        if (this == FILTER) {
            return FILTERING;
        }
        return switch (hook) {
            case PREROUTING -> TRANSLATING_FIRST;
            case OUTPUT -> TRANSLATING_OWN;
            default -> TRANSLATING_LAST;
        };
    }
}
