package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.Control;
import org.vethlab.net.sched.Handle;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;
import org.vethlab.wire.VlanTag;

/** {@code skbedit} and {@code vlan}: actions that change the packet. */
final class EditParser {
    private static final int MAX_VLAN = 4094;

    private final Arguments words;

    EditParser(Arguments words) {
        this.words = words;
    }

    Optional<ActionSpec> parseEdit() {
        words.next();
        Optional<Handle> priority = Optional.empty();
        OptionalInt mark = OptionalInt.empty();
        while (words.hasNext()) {
            String word = words.peek();
            if (matches(word, "priority")) {
                words.next();
                priority = Optional.of(Handles.classId(words.next()).orElseThrow(() -> Complaints.illegal("priority")));
            } else if (matches(word, "mark")) {
                words.next();
                mark = OptionalInt.of(ActionParser.number(words.next(), Integer.MAX_VALUE, "Illegal \"mark\""));
            } else if (matches(word, "help")) {
                throw usage("action-skbedit");
            } else {
                break;
            }
        }
        if (priority.isEmpty() && mark.isEmpty()) {
            throw usage("action-skbedit");
        }
        return Optional.of(new ActionSpec.Edit(priority, mark, ActionParser.control(words, Control.PIPE)));
    }

    Optional<ActionSpec> parseVlan() {
        words.next();
        String verb = words.next();
        if (matches(verb, "pop")) {
            return Optional.of(
                    new ActionSpec.VlanChange(false, 0, VlanTag.DOT1Q, 0, ActionParser.control(words, Control.PIPE)));
        }
        if (!matches(verb, "push")) {
            throw matches(verb, "modify") || verb.endsWith("_eth")
                    ? CommandException.notSimulated("tc action vlan " + verb)
                    : usage("action-vlan");
        }
        return Optional.of(push());
    }

    private ActionSpec push() {
        int id = 0;
        int priority = 0;
        int tpid = VlanTag.DOT1Q;
        while (words.hasNext()) {
            String word = words.peek();
            if (matches(word, "id")) {
                words.next();
                id = ActionParser.number(words.next(), MAX_VLAN, "id is invalid");
            } else if (matches(word, "protocol")) {
                words.next();
                String name = words.next();
                tpid = Protocols.number(name).orElseThrow(() -> Complaints.plain("protocol is invalid"));
            } else if (matches(word, "priority")) {
                words.next();
                priority = ActionParser.number(words.next(), 7, "prio is invalid");
            } else {
                break;
            }
        }
        if (id == 0) {
            throw Complaints.plain("id needed for push");
        }
        return new ActionSpec.VlanChange(true, id, tpid, priority, ActionParser.control(words, Control.PIPE));
    }

    private static CommandException usage(String name) {
        return new CommandException(
                CommandException.USAGE, UsageText.of("tc-" + name).stripTrailing());
    }
}
