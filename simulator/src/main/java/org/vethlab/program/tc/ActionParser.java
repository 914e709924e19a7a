package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.Control;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;

/** The actions behind {@code action}: one or several, each with its words (parse_action). */
final class ActionParser {
    private static final Set<String> NOT_SIMULATED = Set.of(
            "bpf",
            "connmark",
            "csum",
            "ct",
            "ctinfo",
            "gate",
            "ife",
            "ipt",
            "mpls",
            "nat",
            "pedit",
            "sample",
            "simple",
            "skbmod",
            "tunnel_key",
            "xt");

    private final TcContext tc;
    private final Arguments words;
    private final String refusal;

    /** @param refusal what the filter calls illegal if an action cannot be read */
    ActionParser(TcContext tc, Arguments words, String refusal) {
        this.tc = tc;
        this.words = words;
        this.refusal = refusal;
    }

    static List<String> notSimulated() {
        return NOT_SIMULATED.stream().sorted().toList();
    }

    void parse(List<ActionSpec> actions) {
        String first = words.peek();
        if (first.equals("help")) {
            throw Complaints.plain("Illegal " + refusal);
        }
        while (words.hasNext()) {
            String word = words.peek();
            if (word.equals("flowid") || word.equals("classid")) {
                return;
            }
            if (word.equals("action")) {
                words.next();
                continue;
            }
            actions.add(one(word));
        }
    }

    private ActionSpec one(String kind) {
        int left = words.remaining();
        Optional<ActionSpec> spec = spec(kind);
        return spec.orElseThrow(() -> {
            tc.complain("bad action parsing");
            tc.complain("parse_action: bad value (" + left + ":" + kind + ")!");
            return Complaints.plain("Illegal " + refusal);
        });
    }

    private Optional<ActionSpec> spec(String kind) {
        if (NOT_SIMULATED.contains(kind)) {
            throw CommandException.notSimulated("tc action " + kind);
        }
        return switch (kind) {
            case "mirred" -> new MirredParser(tc, words).parse();
            case "police" -> {
                words.next();
                yield new PoliceParser(tc, words).parse().map(police -> police);
            }
            case "skbedit" -> new EditParser(words).parseEdit();
            case "vlan" -> new EditParser(words).parseVlan();
            default -> Optional.of(generic());
        };
    }

    /** What no other action claims is read as a decision, so mistakes get the usage of gact. */
    private ActionSpec generic() {
        if (words.hasNext() && words.peek().equals("gact")) {
            words.next();
        }
        String word = words.next();
        Control control = control(word)
                .orElseThrow(() -> new CommandException(
                        CommandException.USAGE,
                        "Bad action type " + word + "\n"
                                + UsageText.of("tc-action-gact").stripTrailing() + "\n"));
        if (words.hasNext() && (matches(words.peek(), "random") || words.peek().equals("index"))) {
            throw CommandException.notSimulated("tc action gact " + words.peek());
        }
        return new ActionSpec.Generic(control);
    }

    /** action_a2n: the first of these names that the word begins. */
    static Optional<Control> control(String word) {
        if (matches(word, "continue")) {
            return Optional.of(Control.CONTINUE);
        }
        if (matches(word, "drop") || matches(word, "shot")) {
            return Optional.of(Control.DROP);
        }
        if (matches(word, "pass") || matches(word, "ok")) {
            return Optional.of(Control.PASS);
        }
        if (matches(word, "reclassify")) {
            return Optional.of(Control.RECLASSIFY);
        }
        if (matches(word, "pipe")) {
            return Optional.of(Control.PIPE);
        }
        if (matches(word, "goto") || matches(word, "jump")) {
            throw CommandException.notSimulated("tc action " + word);
        }
        return matches(word, "trap") ? Optional.of(Control.TRAP) : Optional.empty();
    }

    /** A decision, if one follows. */
    static Control control(Arguments words, Control otherwise) {
        Optional<Control> control = words.hasNext() ? control(words.peek()) : Optional.empty();
        if (control.isPresent()) {
            words.next();
        }
        return control.orElse(otherwise);
    }

    static int number(String word, int most, String complaint) {
        OptionalInt number = Numbers.integer(word);
        if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > most) {
            throw Complaints.plain(complaint);
        }
        return number.getAsInt();
    }
}
