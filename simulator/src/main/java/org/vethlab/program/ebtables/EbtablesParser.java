package org.vethlab.program.ebtables;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Names;

/** Reads the words of ebtables. */
final class EbtablesParser {
    private static final String COMMANDS = "ADILFZNXEPC";
    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("append", "A"),
            Map.entry("delete", "D"),
            Map.entry("insert", "I"),
            Map.entry("list", "L"),
            Map.entry("flush", "F"),
            Map.entry("zero", "Z"),
            Map.entry("new-chain", "N"),
            Map.entry("delete-chain", "X"),
            Map.entry("rename-chain", "E"),
            Map.entry("policy", "P"),
            Map.entry("change-counters", "C"),
            Map.entry("table", "t"),
            Map.entry("protocol", "p"),
            Map.entry("proto", "p"),
            Map.entry("source", "s"),
            Map.entry("src", "s"),
            Map.entry("destination", "d"),
            Map.entry("dst", "d"),
            Map.entry("in-interface", "i"),
            Map.entry("in-if", "i"),
            Map.entry("out-interface", "o"),
            Map.entry("out-if", "o"),
            Map.entry("jump", "j"),
            Map.entry("version", "V"),
            Map.entry("help", "h"),
            Map.entry("verbose", "v"));

    private final Deque<String> ahead;
    private final BridgeRuleParser rule;
    private final Set<String> shown = new HashSet<>();
    private String table = "filter";
    private String command = "";
    private String chain = "";
    private String word = "";
    private Optional<Integer> first = Optional.empty();
    private Optional<Integer> last = Optional.empty();
    private boolean inverted;

    EbtablesParser(List<String> words, Names names) {
        this.ahead = new ArrayDeque<>(words);
        this.rule = new BridgeRuleParser(names);
    }

    void parse() {
        while (!ahead.isEmpty()) {
            String text = ahead.pop();
            if (text.equals("!")) {
                inverted = true;
            } else if (text.startsWith("--")) {
                longOption(text.substring(2));
            } else if (text.startsWith("-") && text.length() > 1) {
                letter(text.substring(1, 2), text.substring(2));
            } else {
                throw Failure.parameter("Bad argument `" + text + "'");
            }
        }
        check();
    }

    private void longOption(String given) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? given : given.substring(0, equals);
        if (equals >= 0) {
            ahead.push(given.substring(equals + 1));
        }
        String full = BridgeRuleParser.ALIASES.getOrDefault(name, name);
        String letter = LONG_NAMES.get(name);
        if (letter != null) {
            letter(letter, "");
        } else if (Set.of("Lc", "Ln", "Lx", "Lmac2").contains(name)) {
            shown.add(name);
        } else if (BridgeRuleParser.BARE.contains(full)) {
            rule.add(full, "", takeInversion());
        } else if (BridgeRuleParser.VALUED.contains(full)) {
            String value = value("--" + name);
            rule.add(full, value, takeInversion());
        } else if (!name.equals("concurrent")) {
            throw Failure.parameter("Unknown argument: '(null)'");
        }
    }

    private boolean takeInversion() {
        boolean was = inverted;
        inverted = false;
        return was;
    }

    /** A value; a {@code !} may stand in front of it, too. */
    private String value(String option) {
        if (!ahead.isEmpty() && ahead.peek().equals("!")) {
            ahead.pop();
            inverted = true;
        }
        if (ahead.isEmpty()) {
            throw Failure.parameter("option \"" + option + "\" requires an argument");
        }
        return ahead.pop();
    }

    private void letter(String letter, String attached) {
        if (!attached.isEmpty()) {
            ahead.push(attached);
        }
        if (COMMANDS.contains(letter)) {
            command(letter);
            return;
        }
        switch (letter) {
            case "t" -> table = value("-t");
            case "p", "s", "d", "i", "o" -> {
                String value = value("-" + letter);
                rule.add(letter, value, takeInversion());
            }
            case "j" -> rule.jump(value("-j"));
            case "v" -> shown.add("v");
            case "V", "h" -> command = letter;
            default -> throw Failure.parameter("Unknown argument: '-" + letter + "'");
        }
    }

    private void command(String letter) {
        if (!command.isEmpty()) {
            throw Failure.parameter("Multiple commands are not allowed");
        }
        command = letter;
        boolean optional = "LFZX".contains(letter);
        chain = optional ? operand().orElse("") : value("-" + letter);
        switch (letter) {
            case "I" -> first = startsNumber() ? Optional.of(number(ahead.pop())) : Optional.of(1);
            case "D" -> {
                if (startsNumber()) {
                    String[] range = ahead.pop().split(":", 2);
                    first = Optional.of(number(range[0]));
                    last = range.length > 1 ? Optional.of(number(range[1])) : first;
                }
            }
            case "E", "P" ->
                word = operand()
                        .orElseThrow(() -> Failure.parameter(
                                "No " + (letter.equals("P") ? "policy" : "new chain name") + " specified"));
            case "C" -> {
                if (!startsNumber()) {
                    throw Failure.parameter("The command -C needs at least 2 arguments");
                }
            }
            default -> {}
        }
    }

    private Optional<String> operand() {
        return ahead.isEmpty() || ahead.peek().startsWith("-") ? Optional.empty() : Optional.of(ahead.pop());
    }

    private boolean startsNumber() {
        return !ahead.isEmpty() && ahead.peek().matches("[0-9]+(:[0-9]+)?");
    }

    private static int number(String text) {
        return text.length() < 9 ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private void check() {
        if (rule.has("o") && Set.of("INPUT", "PREROUTING").contains(chain)) {
            throw Failure.parameter("Use -o only in OUTPUT, FORWARD and POSTROUTING chains");
        }
        if (rule.has("i") && Set.of("OUTPUT", "POSTROUTING").contains(chain)) {
            throw Failure.parameter("Use -i only in INPUT, FORWARD, PREROUTING and BROUTING chains");
        }
    }

    String table() {
        return table;
    }

    String command() {
        return command;
    }

    String chain() {
        return chain;
    }

    String word() {
        return word;
    }

    Optional<Integer> first() {
        return first;
    }

    Optional<Integer> last() {
        return last;
    }

    boolean shows(String option) {
        return shown.contains(option);
    }

    String jump() {
        return rule.jump();
    }

    /** Whether the bridge itself is asked for, which this variant cannot do. */
    boolean isLogical() {
        return rule.has("logical-in") || rule.has("logical-out");
    }

    BridgeRule rule() {
        return rule.build();
    }
}
