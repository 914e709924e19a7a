package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code bridge vni}: the tunnels of VXLAN devices that have several. There are none, so the list is empty. */
final class BridgeVni implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (matches(verb, "add") || matches(verb, "delete")) {
            return change(ip, verb, words);
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            ip.printer().beginList();
            ip.printer().text(String.format("%-16s  %-15s  group/remote\n", "dev", "vni"));
            ip.printer().endList();
            return 0;
        }
        if (matches(verb, "help")) {
            return ip.usage("bridge-vni");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge vni help\".");
    }

    private static int change(IpContext ip, String verb, Arguments words) {
        if (words.remaining() < 4) {
            return ip.fail(CommandException.USAGE, "Device and VNI ID are required arguments.");
        }
        throw CommandException.notSimulated("bridge vni " + (matches(verb, "add") ? "add" : "delete"));
    }
}
