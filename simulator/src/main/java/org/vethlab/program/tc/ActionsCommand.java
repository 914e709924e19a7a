package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.List;
import org.vethlab.net.sched.Action;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.Filters;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.view.Printer;

/** {@code tc actions}: shows those that filters hold. */
final class ActionsCommand implements TcObject {
    @Override
    public int run(TcContext tc, Arguments words) {
        String verb = words.hasNext() ? words.next() : "help";
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            if (words.hasNext() && words.peek().equals("action")) {
                words.next();
            }
            if (words.hasNext()) {
                print(tc, words.next());
                return 0;
            }
        }
        if (matches(verb, "help") || words.remaining() == 0) {
            throw new CommandException(
                    CommandException.USAGE, Complaints.usage("actions").text() + "\n");
        }
        throw CommandException.notSimulated("tc actions " + verb);
    }

    private static void print(TcContext tc, String kind) {
        List<Action> actions = Filters.actions(tc.net(), kind);
        Printer out = tc.text();
        if (actions.isEmpty()) {
            return;
        }
        out.text("total acts " + actions.size() + "\n");
        ActionPrinter printer = new ActionPrinter(tc, new Fields(out, tc.options().iec));
        for (int i = 0; i < actions.size(); i++) {
            out.text("\n");
            printer.print(actions.get(i), i);
            out.text("\tnot_in_hw\n");
            out.text(actions.get(i).spec() instanceof ActionSpec.Police ? "\thw_stats disabled\n" : "");
        }
    }
}
