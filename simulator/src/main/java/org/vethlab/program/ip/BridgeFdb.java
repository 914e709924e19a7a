package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import org.vethlab.net.link.ForwardingTable.Mode;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code bridge fdb}: the forwarding databases of bridges. */
final class BridgeFdb implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return new FdbList(ip).run(words);
        }
        String verb = words.next();
        if (matches(verb, "add")) {
            return new FdbModify(ip).set(Mode.ADD, words);
        }
        if (matches(verb, "append")) {
            return new FdbModify(ip).set(Mode.APPEND, words);
        }
        if (matches(verb, "replace")) {
            return new FdbModify(ip).set(Mode.REPLACE, words);
        }
        if (matches(verb, "delete")) {
            return new FdbModify(ip).delete(words);
        }
        if (matches(verb, "get")) {
            return new FdbList(ip).get(words);
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            return new FdbList(ip).run(words);
        }
        if (verb.equals("flush")) {
            return new FdbFlush(ip).run(words);
        }
        if (matches(verb, "help")) {
            return ip.usage("bridge-fdb");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge fdb help\".");
    }
}
