package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code ip address}. */
final class IpAddr implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return new AddressList(ip).run(words);
        }
        String verb = words.next();
        if (matches(verb, "add")) {
            return new AddressModify(ip, AddressModify.Verb.ADD).run(words);
        }
        if (matches(verb, "change") || verb.equals("chg") || matches(verb, "replace")) {
            return new AddressModify(ip, AddressModify.Verb.REPLACE).run(words);
        }
        if (matches(verb, "delete")) {
            return new AddressModify(ip, AddressModify.Verb.DELETE).run(words);
        }
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            return new AddressList(ip).run(words);
        }
        if (matches(verb, "flush")) {
            return new AddressFlush(ip).run(words);
        }
        for (String known : new String[] {"save", "showdump", "restore"}) {
            if (matches(verb, known)) {
                throw CommandException.notSimulated("ip address " + known);
            }
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-address");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip address help\".");
    }
}
