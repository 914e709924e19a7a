package org.vethlab.net.filter.xt;

import java.util.List;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;

/** Where targets may be used: a table's name, and hooks. */
final class Places {
    private Places() {}

    static boolean isIn(Chain base, String table, Hook... hooks) {
        return base.table().name().equals(table) && isAt(base, hooks);
    }

    static boolean isAt(Chain base, Hook... hooks) {
        return base.base()
                .filter(place -> hooks.length == 0 || List.of(hooks).contains(place.hook()))
                .isPresent();
    }
}
