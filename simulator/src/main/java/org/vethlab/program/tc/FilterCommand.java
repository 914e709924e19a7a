package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.Filters;
import org.vethlab.net.sched.Verb;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code tc filter}. */
final class FilterCommand implements TcObject {
    @Override
    public int run(TcContext tc, Arguments words) {
        String verb = words.hasNext() ? words.next() : "list";
        if (matches(verb, "add")) {
            return modify(tc, words, Verb.ADD);
        }
        if (matches(verb, "change")) {
            return modify(tc, words, Verb.CHANGE);
        }
        if (matches(verb, "replace")) {
            return modify(tc, words, Verb.REPLACE);
        }
        if (matches(verb, "delete")) {
            return delete(tc, words);
        }
        if (matches(verb, "get")) {
            throw CommandException.notSimulated("tc filter get");
        }
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            return new FilterListing(tc).run(words);
        }
        if (matches(verb, "help")) {
            tc.usage("tc-filter");
            return 0;
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"tc filter help\".");
    }

    private static int modify(TcContext tc, Arguments words, Verb verb) {
        FilterParser parser = new FilterParser(tc, words, verb == Verb.CHANGE ? 0 : 3);
        if (!parser.parse()) {
            return 0;
        }
        return talk(tc, () -> new Filters(parser.device()).modify(verb, parser.request()));
    }

    private static int delete(TcContext tc, Arguments words) {
        FilterParser parser = new FilterParser(tc, words, 0);
        if (!parser.parse()) {
            return 0;
        }
        Device device = parser.device();
        return talk(tc, () -> new Filters(device).delete(parser.request()));
    }

    private static int talk(TcContext tc, Runnable request) {
        try {
            request.run();
            return 0;
        } catch (NetException e) {
            tc.complain(Tc.describe(e));
            tc.complain("We have an error talking to the kernel");
            return 2;
        }
    }
}
