package org.vethlab.program.ip;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.view.Printer;

/** {@code bridge mdb}: groups that stations joined. Nobody joins any here, so the list is empty. */
final class BridgeMdb implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (Arguments.matches(verb, "show") || Arguments.matches(verb, "lst") || Arguments.matches(verb, "list")) {
            return show(ip, words);
        }
        if (Arguments.matches(verb, "add") || Arguments.matches(verb, "delete")) {
            throw CommandException.notSimulated("bridge mdb " + verb);
        }
        if (Arguments.matches(verb, "help")) {
            return ip.usage("bridge-mdb");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge mdb help\".");
    }

    private static int show(IpContext ip, Arguments words) {
        while (words.hasNext()) {
            if (words.next().equals("dev")) {
                BridgeDevices.findBridge(ip, words.next());
            }
        }
        Printer out = ip.printer();
        out.beginList();
        out.beginObject();
        out.beginArray("mdb");
        out.endArray();
        out.beginObject("router");
        out.endObject();
        out.endObject();
        out.endList();
        return 0;
    }
}
