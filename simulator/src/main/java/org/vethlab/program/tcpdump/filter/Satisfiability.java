package org.vethlab.program.tcpdump.filter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether any packet can pass a filter: libpcap's optimizer notices that {@code icmp and arp} wants the same field to
 * have two values, and refuses the expression. Followed are all ways through the comparisons, with what each has
 * learnt.
 */
final class Satisfiability {
    /** More ways than this, and the expression is taken to be satisfiable. */
    private static final int MAXIMUM_WAYS = 20_000;

    private final Map<Value, Integer> known = new HashMap<>();
    private final Map<Value, Set<Integer>> excluded = new HashMap<>();
    private int ways;

    private interface Continuation {
        boolean reach();
    }

    private Satisfiability() {}

    static boolean isSatisfiable(Test test) {
        return new Satisfiability().follow(test, true, () -> true);
    }

    /** Whether a way leads through {@code test} having the outcome {@code wanted}, and then on to the end. */
    private boolean follow(Test test, boolean wanted, Continuation then) {
        if (++ways > MAXIMUM_WAYS) {
            return true;
        }
        if (test instanceof Test.Not not) {
            return follow(not.negated(), !wanted, then);
        }
        if (test instanceof Test.And and) {
            return wanted
                    ? both(and.first(), and.second(), true, then)
                    : either(and.first(), and.second(), false, then);
        }
        if (test instanceof Test.Or or) {
            return wanted ? either(or.first(), or.second(), true, then) : both(or.first(), or.second(), false, then);
        }
        return compare((Test.Comparison) test, wanted, then);
    }

    private boolean both(Test first, Test second, boolean wanted, Continuation then) {
        return follow(first, wanted, () -> follow(second, wanted, then));
    }

    private boolean either(Test first, Test second, boolean wanted, Continuation then) {
        return follow(first, wanted, then) || follow(first, !wanted, () -> follow(second, wanted, then));
    }

    private boolean compare(Test.Comparison comparison, boolean wanted, Continuation then) {
        if (!(comparison.right() instanceof Value.Constant constant)) {
            return then.reach();
        }
        Optional<Integer> left = value(comparison.left());
        int number = constant.number();
        if (left.isPresent()) {
            return comparison.relation().holds(left.get(), number) == wanted && then.reach();
        }
        if (comparison.relation() != Test.Relation.EQUAL) {
            return then.reach();
        }
        return wanted ? learn(comparison.left(), number, then) : exclude(comparison.left(), number, then);
    }

    private Optional<Integer> value(Value value) {
        return value instanceof Value.Constant constant
                ? Optional.of(constant.number())
                : Optional.ofNullable(known.get(value));
    }

    private boolean learn(Value value, int number, Continuation then) {
        if (excluded.getOrDefault(value, Set.of()).contains(number)) {
            return false;
        }
        known.put(value, number);
        boolean reached = then.reach();
        known.remove(value);
        return reached;
    }

    private boolean exclude(Value value, int number, Continuation then) {
        boolean isNew = excluded.computeIfAbsent(value, v -> new HashSet<>()).add(number);
        boolean reached = then.reach();
        if (isNew) {
            excluded.getOrDefault(value, new HashSet<>()).remove(number);
        }
        return reached;
    }
}
