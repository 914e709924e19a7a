package org.vethlab.program.iptables;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Options that make no sense with a command (commands_v_options). */
final class Illegal {
    private static final Map<Character, String> NAMES = new TreeMap<>(Map.of(
            's', "--source",
            'd', "--destination",
            'p', "--protocol",
            'i', "--in-interface",
            'j', "--jump",
            'o', "--out-interface"));

    private Illegal() {}

    static void check(Set<Action> actions, Set<Character> options) {
        for (Map.Entry<Character, String> option : NAMES.entrySet()) {
            if (options.contains(option.getKey())) {
                throw Failure.parameter("Illegal option `" + option.getValue() + "' with this command");
            }
        }
        boolean lists = actions.contains(Action.LIST) || actions.contains(Action.LIST_RULES);
        if (!lists && options.contains('0')) {
            throw Failure.parameter("Illegal option `--line-numbers' with this command");
        }
    }
}
