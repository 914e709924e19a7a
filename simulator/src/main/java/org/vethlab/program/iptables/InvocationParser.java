package org.vethlab.program.iptables;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vethlab.net.filter.Counter;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.extension.Extensions;
import org.vethlab.program.iptables.extension.Given;

/** Reads the words of iptables (do_parse of iptables/xshared.c). */
final class InvocationParser {
    /** XT_EXTENSION_MAXNAMELEN. */
    private static final int LONGEST_CHAIN_NAME = 29;

    private final Variant variant;
    private final WordReader words;
    private final RuleBuilder rule;
    private final Set<Action> actions = EnumSet.noneOf(Action.class);
    private final Set<Character> options = new TreeSet<>();
    private String table = "filter";
    private String chain = "";
    private String word = "";
    private Optional<Integer> number = Optional.empty();
    private int verbosity;
    private boolean inverted;

    InvocationParser(Variant variant, List<String> words, Names names) {
        this.variant = variant;
        this.words = new WordReader(words);
        this.rule = new RuleBuilder(variant, names);
    }

    /** @throws CommandException for words that cannot be read */
    Invocation parse() {
        while (words.hasNext()) {
            WordReader.Token token = words.next(rule);
            switch (token.kind()) {
                case OPERAND -> operand(token.text());
                case EXTENSION -> extension(token);
                case LETTER -> letter(token.letter());
            }
        }
        if (inverted) {
            throw Failure.parameter("nothing appropriate following !");
        }
        if (actions.isEmpty()) {
            throw Failure.parameter("no command specified");
        }
        check();
        List<RuleSpec> rules = takesRule() ? rule.build() : List.of();
        if (BuiltinTable.named(table).isEmpty()) {
            throw Failure.version("table '" + table + "' does not exist");
        }
        return new Invocation(actions, table, chain, number, word, rules, options, verbosity);
    }

    /** The chain to which the rule leads, for the caller to look for. */
    Optional<String> jump() {
        return takesRule() && rule.isJumpingToChain() ? Optional.of(rule.jump()) : Optional.empty();
    }

    private boolean takesRule() {
        return actions.stream().anyMatch(Action::takesRule) && !(actions.contains(Action.DELETE) && number.isPresent());
    }

    private void operand(String text) {
        if (!text.equals("!")) {
            throw Failure.badArgument(text);
        }
        if (inverted) {
            throw Failure.parameter("multiple consecutive ! not allowed");
        }
        inverted = true;
    }

    private void extension(WordReader.Token token) {
        RuleBuilder.Found found = token.found();
        found.given()
                .add(new Given.Use(
                        found.flag(),
                        inverted,
                        words.values(found.flag().name(), found.flag().arguments())));
        inverted = false;
    }

    private void letter(char letter) {
        for (Action action : Action.values()) {
            if (action.letter() == letter) {
                command(action);
                return;
            }
        }
        boolean negated = inverted;
        if (negated && "spdifo".indexOf(letter) < 0) {
            throw Failure.parameter("cannot have ! before -" + letter);
        }
        inverted = false;
        switch (letter) {
            case 's' -> rule.source(once('s', words.value("-s")), negated);
            case 'd' -> rule.destination(once('d', words.value("-d")), negated);
            case 'p' -> rule.protocol(once('p', words.protocol()), negated);
            case 'i' -> rule.input(once('i', words.value("-i")), negated);
            case 'o' -> rule.output(once('o', words.value("-o")), negated);
            case 'f' -> rule.fragment(!negated);
            case 'j' -> rule.jump(target(once('j', words.value("-j"))), false);
            case 'g' -> rule.jump(once('j', words.value("-g")), true);
            case 'm' -> rule.match(words.value("-m"));
            default -> plain(letter);
        }
    }

    private void plain(char letter) {
        switch (letter) {
            case 't' -> table();
            case 'v' -> verbosity++;
            case 'n', 'x', '0' -> options.add(letter);
            case 'c' -> counters();
            case 'w', 'W' -> words.optionalNumber();
            case 'M' -> words.value("-M");
            case '4' -> refuse(variant.isIpv6());
            case '6' -> refuse(!variant.isIpv6());
            case 'V' -> throw new CommandException(0, variant.program() + " v1.8.9 (nf_tables)");
            case 'h' -> throw new HelpException(rule.loadedNames());
            default -> throw Failure.parameter("unknown option \"-" + letter + "\"");
        }
    }

    private static void refuse(boolean wrongFamily) {
        if (wrongFamily) {
            throw Failure.parameter("");
        }
    }

    private void table() {
        table = words.value("-t");
    }

    private String once(char letter, String value) {
        if (!options.add(letter)) {
            throw Failure.parameter("multiple -" + letter + " flags not allowed");
        }
        return value;
    }

    private static String target(String name) {
        if (name.isEmpty()) {
            throw Failure.parameter("Invalid target name (too short)");
        }
        if (name.length() >= LONGEST_CHAIN_NAME) {
            throw Failure.parameter("Invalid target name `" + name + "' (" + (LONGEST_CHAIN_NAME - 1) + " chars max)");
        }
        return name;
    }

    private void counters() {
        String packets = words.value("-c");
        String bytes = words.operand().orElseThrow(() -> Failure.parameter("-c requires packet and byte counter"));
        long first =
                Numbers.unsigned(packets, 62).orElseThrow(() -> Failure.parameter("-c packet counter not numeric"));
        long second = Numbers.unsigned(bytes, 62).orElseThrow(() -> Failure.parameter("-c byte counter not numeric"));
        rule.counter(new Counter(first, second));
    }

    private void command(Action action) {
        if (inverted) {
            throw Failure.parameter("unexpected ! flag before --" + action.longName());
        }
        String name = action.isForAllChains() ? words.operand().orElse("") : words.value("-" + action.letter());
        for (Action other : actions) {
            boolean pair = Set.of(action, other).equals(Set.of(Action.LIST, Action.ZERO))
                    || Set.of(action, other).equals(Set.of(Action.LIST_RULES, Action.ZERO));
            if (!pair) {
                throw Failure.parameter("Cannot use -" + action.letter() + " with -" + other.letter());
            }
        }
        chain = name.isEmpty() ? chain : name;
        actions.add(action);
        further(action);
    }

    private void further(Action action) {
        switch (action) {
            case DELETE -> {
                if (words.startsNumber() || words.startsOperand()) {
                    number = Optional.of(ruleNumber());
                }
            }
            case INSERT -> number = Optional.of(words.startsOperand() ? ruleNumber() : 1);
            case REPLACE -> {
                if (!words.startsOperand()) {
                    throw Failure.parameter("-R requires a rule number");
                }
                number = Optional.of(ruleNumber());
            }
            case LIST, LIST_RULES, ZERO -> {
                if (!chain.isEmpty() && words.startsOperand()) {
                    number = Optional.of(ruleNumber());
                }
            }
            case NEW_CHAIN -> checkName(chain);
            case RENAME_CHAIN ->
                word = words.operand()
                        .orElseThrow(() -> Failure.parameter("-E requires old-chain-name and new-chain-name"));
            case POLICY ->
                word = words.operand().orElseThrow(() -> Failure.parameter("-P requires a chain and a policy"));
            default -> {}
        }
    }

    private int ruleNumber() {
        String text = words.operand().orElseThrow();
        long value = Numbers.unsigned(text, 31).orElse(0);
        if (value == 0) {
            throw Failure.parameter("Invalid rule number `" + text + "'");
        }
        return (int) value;
    }

    private void checkName(String name) {
        if (name.startsWith("-") || name.startsWith("!")) {
            throw Failure.parameter("chain name not allowed to start with `" + name.charAt(0) + "'");
        }
        if (RuleSpec.isVerdict(name) || Extensions.target(name, variant).isPresent()) {
            throw Failure.parameter("chain name may not clash with target name");
        }
        if (name.length() >= LONGEST_CHAIN_NAME) {
            throw Failure.parameter(
                    "chain name `" + name + "' too long (must be under " + LONGEST_CHAIN_NAME + " chars)");
        }
    }

    /** Where packets come in or leave is not known at every hook. */
    private void check() {
        if (takesRule() && rule.hasOutput() && Set.of("PREROUTING", "INPUT").contains(chain)) {
            throw Failure.parameter("Can't use -o with " + chain + "\n");
        }
        if (takesRule() && rule.hasInput() && Set.of("POSTROUTING", "OUTPUT").contains(chain)) {
            throw Failure.parameter("Can't use -i with " + chain + "\n");
        }
        boolean drops = takesRule() && rule.jump().equals("DROP");
        if (table.equals("nat") && (drops || actions.contains(Action.POLICY) && word.equals("DROP"))) {
            throw Failure.parameter(
                    "\nThe \"nat\" table is not intended for filtering, the use of DROP is therefore inhibited.\n\n");
        }
        if (!takesRule()) {
            Illegal.check(actions, options);
        }
    }
}
