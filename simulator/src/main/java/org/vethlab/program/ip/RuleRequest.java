package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Rule;
import org.vethlab.net.route.RuleMatch;

/** A rule as the words of {@code ip rule add} or {@code del} describe it (the request of iprule_modify). */
final class RuleRequest {
    final Rule.Builder rule = new Rule.Builder().protocol(0);
    OptionalLong priority = OptionalLong.empty();
    Optional<Rule.Action> action = Optional.empty();
    OptionalInt table = OptionalInt.empty();
    boolean l3mdev;
    boolean nat;

    boolean contradictsL3mdev() {
        return l3mdev && table.orElse(0) != 0;
    }

    /** A rule to add that says nothing of a table or another action looks up main. */
    Rule toRule() {
        boolean said = table.isPresent() || action.isPresent() || l3mdev;
        return rule.table(said ? table.orElse(0) : Routing.TABLE_MAIN).build();
    }

    RuleMatch toMatch() {
        Optional<Rule.Action> wanted = nat ? Optional.of(Rule.Action.NAT) : action;
        return RuleMatch.of(rule.table(table.orElse(0)).build(), priority, wanted);
    }
}
