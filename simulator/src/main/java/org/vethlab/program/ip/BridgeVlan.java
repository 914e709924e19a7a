package org.vethlab.program.ip;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code bridge vlan}, as on a kernel without VLAN filtering (CONFIG_BRIDGE_VLAN_FILTERING). */
final class BridgeVlan implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (Arguments.matches(verb, "show") || Arguments.matches(verb, "lst") || Arguments.matches(verb, "list")) {
            ip.printer().beginList();
            ip.printer().text("port              vlan-id  \n");
            ip.printer().endList();
            return 0;
        }
        if (Arguments.matches(verb, "add") || Arguments.matches(verb, "delete")) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        if (Arguments.matches(verb, "help")) {
            return ip.usage("bridge-vlan");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge vlan help\".");
    }
}
