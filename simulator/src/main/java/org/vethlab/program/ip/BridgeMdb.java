package org.vethlab.program.ip;

import java.util.Set;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code bridge mdb}: the groups that stations behind a bridge are in. */
final class BridgeMdb implements IpObject {
    private static final Set<String> SHOW = Set.of("show", "lst", "list");

    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return new MdbList(ip).run(words);
        }
        String verb = words.next();
        if (Arguments.matches(verb, "add")) {
            return new MdbModify(ip, true).run(words);
        }
        if (Arguments.matches(verb, "delete")) {
            return new MdbModify(ip, false).run(words);
        }
        if (SHOW.stream().anyMatch(show -> Arguments.matches(verb, show))) {
            return new MdbList(ip).run(words);
        }
        if (Arguments.matches(verb, "help")) {
            return ip.usage("bridge-mdb");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge mdb help\".");
    }
}
