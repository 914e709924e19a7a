package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;

/** {@code ip link}. */
final class IpLink implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return new LinkList(ip).run(words);
        }
        String verb = words.next();
        if (matches(verb, "add")) {
            return new LinkModify(ip, LinkModify.Verb.ADD).run(words);
        }
        if (matches(verb, "set") || matches(verb, "change")) {
            return new LinkModify(ip, LinkModify.Verb.SET).run(words);
        }
        if (matches(verb, "replace")) {
            return new LinkModify(ip, LinkModify.Verb.REPLACE).run(words);
        }
        if (matches(verb, "delete")) {
            return new LinkModify(ip, LinkModify.Verb.DELETE).run(words);
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            return new LinkList(ip).run(words);
        }
        for (String known : new String[] {"xstats", "afstats"}) {
            if (matches(verb, known)) {
                throw CommandException.notSimulated("ip link " + known);
            }
        }
        if (matches(verb, "property")) {
            return new LinkProperty(ip).run(words);
        }
        if (matches(verb, "help")) {
            return help(ip, words);
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip link help\".");
    }

    /** The help on a kind goes to standard output and is no error. */
    private static int help(IpContext ip, Arguments words) {
        if (!words.hasNext() || !LinkKinds.WITH_HELP.contains(words.peek())) {
            return ip.usage("ip-link");
        }
        ip.print(UsageText.of("ip-link-" + words.next()));
        return 0;
    }
}
