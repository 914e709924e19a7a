package org.vethlab.program.arptables;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.ArpHeaderMatch;
import org.vethlab.net.filter.xt.EthernetMatch;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ebtables.MacWords;
import org.vethlab.program.iptables.AddressParser;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Names;
import org.vethlab.program.iptables.Variant;

/** Reads the words of arptables. */
final class ArptablesParser {
    private static final String COMMANDS = "ADILFZNXEPS";
    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("append", "A"),
            Map.entry("delete", "D"),
            Map.entry("insert", "I"),
            Map.entry("list", "L"),
            Map.entry("list-rules", "S"),
            Map.entry("flush", "F"),
            Map.entry("zero", "Z"),
            Map.entry("new-chain", "N"),
            Map.entry("delete-chain", "X"),
            Map.entry("rename-chain", "E"),
            Map.entry("policy", "P"),
            Map.entry("source-ip", "s"),
            Map.entry("src-ip", "s"),
            Map.entry("destination-ip", "d"),
            Map.entry("dst-ip", "d"),
            Map.entry("source-mac", "src-mac"),
            Map.entry("src-mac", "src-mac"),
            Map.entry("destination-mac", "dst-mac"),
            Map.entry("dst-mac", "dst-mac"),
            Map.entry("in-interface", "i"),
            Map.entry("out-interface", "o"),
            Map.entry("opcode", "opcode"),
            Map.entry("h-length", "h-length"),
            Map.entry("h-type", "h-type"),
            Map.entry("proto-type", "proto-type"),
            Map.entry("protocol", "p"),
            Map.entry("jump", "j"),
            Map.entry("table", "t"),
            Map.entry("numeric", "n"),
            Map.entry("verbose", "v"),
            Map.entry("line-numbers", "0"),
            Map.entry("version", "V"));

    private final Deque<String> ahead;
    private final Names names;
    private final Map<String, Word> words = new HashMap<>();
    private String command = "";
    private String chain = "";
    private String word = "";
    private Optional<Integer> number = Optional.empty();
    private boolean inverted;

    ArptablesParser(List<String> given, Names names) {
        this.ahead = new ArrayDeque<>(given);
        this.names = names;
    }

    private record Word(String text, boolean inverted) {}

    void parse() {
        while (!ahead.isEmpty()) {
            String text = ahead.pop();
            if (text.equals("!")) {
                inverted = true;
            } else if (text.startsWith("--")) {
                String known = LONG_NAMES.get(text.substring(2));
                if (known == null) {
                    throw Failure.parameter("unknown option \"" + text + "\"");
                }
                option(known, text);
            } else if (text.startsWith("-") && text.length() > 1) {
                for (int i = 1; i < text.length(); i++) {
                    option(text.substring(i, i + 1), "-" + text.charAt(i));
                }
            } else {
                throw new CommandException(2, "Bad argument `" + text + "'");
            }
        }
        check();
    }

    private void option(String name, String typed) {
        if (COMMANDS.contains(name)) {
            command(name, typed);
            return;
        }
        switch (name) {
            case "n", "v", "0", "V" -> words.put(name, new Word("", false));
            case "s",
                    "d",
                    "i",
                    "o",
                    "j",
                    "t",
                    "p",
                    "src-mac",
                    "dst-mac",
                    "opcode",
                    "h-length",
                    "h-type",
                    "proto-type" -> {
                Word given = new Word(value(typed), inverted);
                words.put(name, given);
                inverted = false;
                if (name.equals("j") && List.of("mangle", "CLASSIFY", "MARK").contains(given.text())) {
                    throw CommandException.notSimulated("arptables -j " + given.text());
                }
            }
            default -> throw Failure.parameter("unknown option \"" + typed + "\"");
        }
    }

    private String value(String typed) {
        if (ahead.isEmpty()) {
            throw Failure.parameter("option \"" + typed + "\" requires an argument");
        }
        return ahead.pop();
    }

    private Optional<String> operand() {
        return ahead.isEmpty() || ahead.peek().startsWith("-") || ahead.peek().equals("!")
                ? Optional.empty()
                : Optional.of(ahead.pop());
    }

    private void command(String letter, String typed) {
        command = letter;
        chain = "LSFZX".contains(letter) ? operand().orElse("") : value(typed);
        switch (letter) {
            case "D", "I" -> number = operand().map(ArptablesParser::number);
            case "E", "P" ->
                word = operand().orElseThrow(() -> Failure.parameter("-" + letter + " requires a chain and a policy"));
            default -> {}
        }
    }

    private static int number(String text) {
        int value = (int) Numbers.unsigned(text, 31).orElse(0);
        if (value == 0) {
            throw Failure.parameter("Invalid rule number `" + text + "'");
        }
        return value;
    }

    private void check() {
        if (words.containsKey("o") && chain.equals("INPUT")) {
            throw Failure.parameter("Can't use -o with " + chain + "\n");
        }
        if (words.containsKey("i") && chain.equals("OUTPUT")) {
            throw Failure.parameter("Can't use -i with " + chain + "\n");
        }
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

    Optional<Integer> number() {
        return number;
    }

    boolean has(String name) {
        return words.containsKey(name);
    }

    String table() {
        return find("t").map(Word::text).orElse("filter");
    }

    private Optional<Word> find(String name) {
        return Optional.ofNullable(words.get(name));
    }

    ArpRule rule() {
        ArpHeaderMatch header = new ArpHeaderMatch(
                device("i"), device("o"), address("s"), address("d"), mac("src-mac"), mac("dst-mac"), operation());
        String jump = find("j").map(Word::text).orElse("");
        return new ArpRule(header, jump, new Counter());
    }

    private Optional<InterfaceTest> device(String name) {
        return find(name).map(given -> {
            boolean prefix = given.text().endsWith("+");
            String device = prefix ? given.text().substring(0, given.text().length() - 1) : given.text();
            return new InterfaceTest(device, prefix, given.inverted());
        });
    }

    private Optional<AddressTest> address(String name) {
        return find(name).map(given -> AddressParser.parse(given.text(), given.inverted(), Variant.IPV4, names));
    }

    private Optional<EthernetMatch.MacTest> mac(String name) {
        return find(name)
                .map(given -> MacWords.parse(given.text(), given.inverted())
                        .orElseThrow(() -> Failure.parameter("Problem with specified mac")));
    }

    private Optional<Range> operation() {
        return find("opcode").map(given -> {
            List<String> known = List.of("request", "reply", "request_reverse", "reply_reverse");
            int named = known.indexOf(given.text().toLowerCase(Locale.ROOT)) + 1;
            int code = named > 0
                    ? named
                    : (int) Numbers.unsigned(given.text(), 16)
                            .orElseThrow(() -> Failure.parameter("Problem with specified opcode"));
            return new Range(code, code, given.inverted());
        });
    }
}
