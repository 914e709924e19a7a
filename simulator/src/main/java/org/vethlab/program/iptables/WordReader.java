package org.vethlab.program.iptables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads words as getopt_long(3) does: letters in a cluster, long names by any beginning that is not ambiguous. */
final class WordReader {
    private static final Map<String, Character> LONG_NAMES = longNames();
    private static final String LETTERS_WITH_VALUE = "ACDRINEPospdjitmgcM";

    private final Deque<String> ahead;
    private String last = "";
    private String cluster = "";
    private Optional<String> attached = Optional.empty();

    WordReader(List<String> words) {
        this.ahead = new ArrayDeque<>(words);
    }

    /** What a word is. */
    enum Kind {
        LETTER,
        EXTENSION,
        OPERAND
    }

    /** An option of iptables itself, one of an extension, or a word that is none. */
    record Token(Kind kind, char letter, String text, Optional<RuleBuilder.Found> option) {
        RuleBuilder.Found found() {
            return option.orElseThrow();
        }
    }

    private static Map<String, Character> longNames() {
        Map<String, Character> names = new TreeMap<>(Map.ofEntries(
                Map.entry("source", 's'),
                Map.entry("src", 's'),
                Map.entry("destination", 'd'),
                Map.entry("dst", 'd'),
                Map.entry("protocol", 'p'),
                Map.entry("proto", 'p'),
                Map.entry("in-interface", 'i'),
                Map.entry("out-interface", 'o'),
                Map.entry("jump", 'j'),
                Map.entry("goto", 'g'),
                Map.entry("table", 't'),
                Map.entry("match", 'm'),
                Map.entry("numeric", 'n'),
                Map.entry("verbose", 'v'),
                Map.entry("wait", 'w'),
                Map.entry("wait-interval", 'W'),
                Map.entry("exact", 'x'),
                Map.entry("fragments", 'f'),
                Map.entry("version", 'V'),
                Map.entry("help", 'h'),
                Map.entry("line-numbers", '0'),
                Map.entry("modprobe", 'M'),
                Map.entry("set-counters", 'c'),
                Map.entry("ipv4", '4'),
                Map.entry("ipv6", '6')));
        for (Action action : Action.values()) {
            names.put(action.longName(), action.letter());
        }
        return names;
    }

    boolean hasNext() {
        return !cluster.isEmpty() || !ahead.isEmpty();
    }

    Token next(RuleBuilder rule) {
        attached = Optional.empty();
        if (!cluster.isEmpty()) {
            return letter();
        }
        String word = ahead.pop();
        last = word;
        if (word.startsWith("--") && word.length() > 2) {
            return longOption(word, rule);
        }
        if (word.startsWith("-") && word.length() > 1 && !word.equals("--")) {
            cluster = word.substring(1);
            return letter();
        }
        return new Token(Kind.OPERAND, ' ', word, Optional.empty());
    }

    private Token letter() {
        char letter = cluster.charAt(0);
        String rest = cluster.substring(1);
        cluster = rest;
        boolean takesValue = LETTERS_WITH_VALUE.indexOf(letter) >= 0 || "LSFZXwW".indexOf(letter) >= 0;
        if (takesValue) {
            attached = rest.isEmpty() ? Optional.empty() : Optional.of(rest);
            cluster = "";
        }
        return new Token(Kind.LETTER, letter, "-" + letter, Optional.empty());
    }

    private Token longOption(String word, RuleBuilder rule) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
        attached = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        Optional<Token> found = find(name, rule);
        if (found.isEmpty() && rule.loadProtocolMatch()) {
            found = find(name, rule);
        }
        return found.orElseThrow(() -> Failure.parameter("unknown option \"" + word + "\""));
    }

    /** An exact name first, then the only one that begins so. */
    private Optional<Token> find(String name, RuleBuilder rule) {
        List<Token> beginnings = new ArrayList<>();
        for (RuleBuilder.Found found : rule.flags()) {
            Token token = new Token(Kind.EXTENSION, ' ', name, Optional.of(found));
            if (found.flag().name().equals(name)) {
                return Optional.of(token);
            }
            if (found.flag().name().startsWith(name)) {
                beginnings.add(token);
            }
        }
        Character exact = LONG_NAMES.get(name);
        if (exact != null) {
            return Optional.of(new Token(Kind.LETTER, exact, name, Optional.empty()));
        }
        LONG_NAMES.forEach((longName, letter) -> {
            boolean known = beginnings.stream().anyMatch(token -> token.letter() == letter);
            if (longName.startsWith(name) && !known) {
                beginnings.add(new Token(Kind.LETTER, letter, name, Optional.empty()));
            }
        });
        return beginnings.size() == 1 ? Optional.of(beginnings.get(0)) : Optional.empty();
    }

    /** The value of an option that must have one. */
    String value(String option) {
        if (attached.isPresent()) {
            String value = attached.get();
            attached = Optional.empty();
            return value;
        }
        if (ahead.isEmpty()) {
            throw Failure.parameter("option \"" + option + "\" requires an argument");
        }
        return ahead.pop();
    }

    /** Surprising: a protocol is read from the whole last word, so that {@code --protocol=tcp} is none. */
    String protocol() {
        boolean inSameWord = attached.isPresent();
        String value = value("-p");
        return inSameWord ? last : value;
    }

    /** As many values as an extension's option has. */
    List<String> values(String option, int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value("--" + option));
        }
        return values;
    }

    /** A word that follows, if it is no option. */
    Optional<String> operand() {
        if (attached.isPresent()) {
            return Optional.of(value(""));
        }
        return startsOperand() ? Optional.of(ahead.pop()) : Optional.empty();
    }

    boolean startsOperand() {
        return !ahead.isEmpty()
                && !ahead.peek().startsWith("-")
                && !ahead.peek().startsWith("!");
    }

    boolean startsNumber() {
        return !ahead.isEmpty()
                && !ahead.peek().isEmpty()
                && Character.isDigit(ahead.peek().charAt(0));
    }

    /** {@code -w} may have a number of seconds behind it. */
    void optionalNumber() {
        if (attached.isPresent()) {
            attached = Optional.empty();
        } else if (startsNumber()) {
            ahead.pop();
        }
    }
}
