package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The rules of a namespace, smallest priority first, equals in the order in which they came (fib_rules_ops). */
public final class RuleList {
    private final List<Rule> rules = new ArrayList<>();
    private boolean custom;

    RuleList() {
        this(List.of(
                Rule.lookup(0, Routing.TABLE_LOCAL),
                Rule.lookup(32766, Routing.TABLE_MAIN),
                Rule.lookup(32767, Routing.TABLE_DEFAULT)));
    }

    private RuleList(List<Rule> first) {
        rules.addAll(first);
    }

    /** IPv6 knows no table default. */
    public static RuleList ofIpv6() {
        return new RuleList(List.of(Rule.lookup(0, Routing.TABLE_LOCAL), Rule.lookup(32766, Routing.TABLE_MAIN)));
    }

    /** Whether a rule was ever made or deleted: until then lookups need not ask them. */
    public boolean isCustom() {
        return custom;
    }

    public int size() {
        return rules.size();
    }

    public Rule get(int index) {
        return rules.get(index);
    }

    public List<Rule> all() {
        return List.copyOf(rules);
    }

    /** Where a goto leads; -1 while there is no rule of that priority: then it does nothing. */
    public int indexOfTarget(Rule rule) {
        for (int i = 0; i < rules.size(); i++) {
            if (OptionalLong.of(rules.get(i).priority()).equals(rule.target())) {
                return i;
            }
        }
        return -1;
    }

    /** One less than the second rule's priority, so that a new rule comes right behind the first (fib_default_rule_pref). */
    long automaticPriority() {
        return rules.size() < 2 ? 0 : Math.max(0, rules.get(1).priority() - 1);
    }

    /** @param priority as said; without one the rule comes right behind the first. @throws NetException EEXIST, EINVAL */
    public void addAt(Rule rule, OptionalLong priority) {
        add(rule.withPriority(priority.orElse(automaticPriority())));
    }

    /** @throws NetException EEXIST, EINVAL */
    void add(Rule rule) {
        checkTarget(rule.action(), rule.target(), rule.priority());
        if (exists(rule)) {
            throw new NetException(Errno.EEXIST);
        }
        int index = 0;
        while (index < rules.size() && rules.get(index).priority() <= rule.priority()) {
            index++;
        }
        rules.add(index, rule);
        custom = true;
    }

    /** A goto leads forwards. */
    private static void checkTarget(Rule.Action action, OptionalLong target, long priority) {
        if (action == Rule.Action.GOTO && target.orElse(0) <= priority) {
            throw new NetException(Errno.EINVAL, "Backward goto not supported");
        }
    }

    /**
     * rule_exists: inversion and target do not count, and addresses only where the new rule names any: a rule for all
     * is a duplicate of one for few.
     */
    private boolean exists(Rule rule) {
        RuleMatch same = RuleMatch.of(rule, OptionalLong.of(rule.priority()), Optional.of(rule.action()));
        return rules.stream().anyMatch(other -> same.matches(other) && same.saysAllOf(other));
    }

    /**
     * Surprising: a goto has to lead forwards here too, from the priority that the rule would get if none is said
     * (fib_nl2rule).
     *
     * @throws NetException EINVAL, ENOENT
     */
    public void delete(RuleMatch match) {
        long priority = match.priority().orElse(automaticPriority());
        match.action().ifPresent(said -> checkTarget(said, match.target(), priority));
        custom = true;
        for (Rule rule : rules) {
            if (match.matches(rule)) {
                rules.remove(rule);
                return;
            }
        }
        throw new NetException(Errno.ENOENT);
    }
}
