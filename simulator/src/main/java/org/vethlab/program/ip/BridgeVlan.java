package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.Set;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code bridge vlan}: which port is in which VLAN. */
final class BridgeVlan implements IpObject {
    private static final Set<String> SHOW = Set.of("show", "lst", "list");

    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return new VlanList(ip).run(words);
        }
        String verb = words.next();
        if (matches(verb, "add")) {
            return new VlanModify(ip, true).run(words);
        }
        if (matches(verb, "delete")) {
            return new VlanModify(ip, false).run(words);
        }
        if (SHOW.stream().anyMatch(show -> matches(verb, show))) {
            return new VlanList(ip).run(words);
        }
        if (matches(verb, "tunnelshow")) {
            return new VlanTunnels(ip).run(words);
        }
        if (matches(verb, "set")) {
            return new VlanSet(ip).run(words);
        }
        if (verb.equals("global")) {
            return global(ip, words);
        }
        if (matches(verb, "help")) {
            return ip.usage("bridge-vlan");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge vlan help\".");
    }

    private static int global(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (SHOW.contains(verb)) {
            return new VlanGlobals(ip).show(words);
        }
        return verb.equals("set") ? new VlanGlobals(ip).set(words) : ip.usage("bridge-vlan");
    }
}
