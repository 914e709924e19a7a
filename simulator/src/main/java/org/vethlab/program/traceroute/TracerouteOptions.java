package org.vethlab.program.traceroute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.program.CommandException;

/**
 * The command line, read as traceroute's own library (CLIF) reads it, whose complaints tell the position of a word. A
 * table says which options take a value, and under which name the complaints call it.
 */
final class TracerouteOptions {
    private static final Map<String, String> WITH_VALUE = Map.ofEntries(
            Map.entry("f", "first_ttl"),
            Map.entry("g", "gate,..."),
            Map.entry("i", "device"),
            Map.entry("m", "max_ttl"),
            Map.entry("N", "squeries"),
            Map.entry("p", "port"),
            Map.entry("t", "tos"),
            Map.entry("l", "flow_label"),
            Map.entry("w", "MAX,HERE,NEAR"),
            Map.entry("q", "nqueries"),
            Map.entry("s", "src_addr"),
            Map.entry("z", "sendwait"),
            Map.entry("M", "name"),
            Map.entry("O", "OPTS,..."),
            Map.entry("P", "prot"),
            Map.entry("sport", "num"),
            Map.entry("fwmark", "num"));
    private static final Set<String> WITHOUT_VALUE =
            Set.of("4", "6", "d", "F", "I", "T", "n", "r", "e", "A", "U", "UL", "D", "mtu", "back", "V", "help");
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("debug", "d"),
            Map.entry("dont-fragment", "F"),
            Map.entry("first", "f"),
            Map.entry("gateway", "g"),
            Map.entry("icmp", "I"),
            Map.entry("tcp", "T"),
            Map.entry("interface", "i"),
            Map.entry("max-hops", "m"),
            Map.entry("sim-queries", "N"),
            Map.entry("port", "p"),
            Map.entry("tos", "t"),
            Map.entry("flowlabel", "l"),
            Map.entry("wait", "w"),
            Map.entry("queries", "q"),
            Map.entry("source", "s"),
            Map.entry("sendwait", "z"),
            Map.entry("extensions", "e"),
            Map.entry("as-path-lookups", "A"),
            Map.entry("module", "M"),
            Map.entry("options", "O"),
            Map.entry("udp", "U"),
            Map.entry("dccp", "D"),
            Map.entry("protocol", "P"),
            Map.entry("version", "V"));

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> operands = new ArrayList<>();
    private final List<Integer> operandPositions = new ArrayList<>();
    private final List<String> words;
    private int next;

    TracerouteOptions(List<String> words) {
        this.words = words;
        while (next < words.size()) {
            String word = words.get(next++);
            if (word.startsWith("--") && word.length() > 2) {
                longOption(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                letters(word);
            } else {
                operands.add(word);
                operandPositions.add(next);
            }
        }
    }

    private void longOption(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals);
        String key = LONG.getOrDefault(name, name.length() > 1 ? name : "");
        if (WITH_VALUE.containsKey(key) && equals >= 0) {
            put(key, word.substring(equals + 1));
        } else if (WITH_VALUE.containsKey(key)) {
            put(key, valueBehind(word, "--" + name + "=" + WITH_VALUE.get(key)));
        } else if (WITHOUT_VALUE.contains(key)) {
            flags.add(key);
        } else {
            throw bad(word);
        }
    }

    /** Letters may stand together; the value of the last may follow at once or in the next word. */
    private void letters(String word) {
        if (word.equals("-UL")) {
            flags.add("UL");
            return;
        }
        for (int i = 1; i < word.length(); i++) {
            String letter = word.substring(i, i + 1);
            if (WITH_VALUE.containsKey(letter)) {
                String attached = word.substring(i + 1);
                String usage = "-" + letter + " " + WITH_VALUE.get(letter);
                put(letter, attached.isEmpty() ? valueBehind("-" + letter, usage) : attached);
                return;
            }
            if (!WITHOUT_VALUE.contains(letter)) {
                throw bad("-" + letter);
            }
            flags.add(letter);
        }
    }

    private String valueBehind(String option, String usage) {
        if (next == words.size()) {
            throw fail("Option `" + option + "' (argc " + next + ") requires an argument: `" + usage + "'");
        }
        return words.get(next++);
    }

    private void put(String key, String value) {
        values.put(key, value);
        positions.put(key, next);
    }

    private CommandException bad(String option) {
        return fail("Bad option `" + option + "' (argc " + next + ")");
    }

    static CommandException fail(String text) {
        return new CommandException(2, text);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }

    int number(String option, int otherwise) {
        String value = values.get(option);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,9}|0[xX][0-9a-fA-F]{1,7}")) {
            throw unhandled(option);
        }
        return Integer.decode(value);
    }

    /** What cannot be understood behind an option. */
    CommandException unhandled(String option) {
        return fail("Cannot handle `-" + option + "' option with arg `" + values.get(option) + "' (argc "
                + positions.get(option) + ")");
    }

    /** The host, first of the words that are no options. */
    String host() {
        if (operands.isEmpty()) {
            throw fail("Specify \"host\" missing argument.");
        }
        if (operands.size() > 2) {
            throw fail("Extra arg `" + operands.get(2) + "' (position 3, argc " + operandPositions.get(2) + ")");
        }
        return operands.get(0);
    }

    int hostPosition() {
        return operandPositions.get(0);
    }

    /** Length of the whole packet; -1 if none is given. */
    int packetLength() {
        if (operands.size() < 2) {
            return -1;
        }
        String word = operands.get(1);
        if (!word.matches("[0-9]{1,9}")) {
            throw fail("Cannot handle \"packetlen\" cmdline arg `" + word + "' on position 2 (argc "
                    + operandPositions.get(1) + ")");
        }
        return Integer.parseInt(word);
    }
}
