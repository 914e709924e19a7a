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
        if (matches(verb, "xstats")) {
            throw CommandException.notSimulated("ip link xstats");
        }
        if (matches(verb, "afstats")) {
            return addressFamilyStatistics(ip, words);
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

    /** Only MPLS counts anything there, and no device has it. */
    private static int addressFamilyStatistics(IpContext ip, Arguments words) {
        while (words.hasNext()) {
            String word = words.next();
            if (matches(word, "help")) {
                return ip.usage("ip-link");
            }
            ip.device(word.equals("dev") ? words.next() : word);
        }
        return 0;
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
