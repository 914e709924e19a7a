package org.vethlab.program.iptables;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command of iptables, read.
 *
 * @param actions in the order in which they are done: {@code -L -Z} is the only pair
 * @param number of a rule, from 1
 * @param word the policy, or the chain's new name
 * @param rules several if several addresses were given
 * @param options v, n, x, 0 (line numbers), t (a table was named)
 */
record Invocation(
        Set<Action> actions,
        String table,
        String chain,
        Optional<Integer> number,
        String word,
        List<RuleSpec> rules,
        Set<Character> options,
        int verbosity) {
    boolean has(char option) {
        return options.contains(option);
    }

    boolean isVerbose() {
        return verbosity > 0;
    }
}
