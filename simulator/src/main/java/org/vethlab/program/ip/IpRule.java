package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.Rule;
import org.vethlab.net.route.RuleMatch;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip rule}. */
final class IpRule implements IpObject {
    /** The status that iproute2 makes of an errno that it returns as it is. */
    private static final int EINVAL = 22;

    @Override
    public int run(IpContext ip, Arguments words) {
        RouteNames names = new RouteNames(ip.files(), ip.options().numeric());
        String verb = words.hasNext() ? words.next() : "list";
        if (Arguments.matches(verb, "list") || Arguments.matches(verb, "lst") || Arguments.matches(verb, "show")) {
            return list(ip, names, words);
        }
        if (Arguments.matches(verb, "save") || Arguments.matches(verb, "restore")) {
            throw CommandException.notSimulated("ip rule " + verb);
        }
        if (Arguments.matches(verb, "add")) {
            return add(ip, names, words);
        }
        if (Arguments.matches(verb, "delete")) {
            return delete(ip, names, words);
        }
        if (Arguments.matches(verb, "flush")) {
            return flush(ip, names, words);
        }
        if (Arguments.matches(verb, "help")) {
            throw usage();
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip rule help\".");
    }

    static CommandException usage() {
        return new CommandException(
                CommandException.USAGE, UsageText.of("ip-rule").stripTrailing());
    }

    private static int list(IpContext ip, RouteNames names, Arguments words) {
        RuleFilter filter = new RuleFilterParser(ip, names, words).parse();
        ip.printer().beginList();
        List<Rule> rules = rules(ip);
        RulePrinter printer = new RulePrinter(ip, names, rules);
        rules.stream().filter(filter::accepts).forEach(printer::print);
        ip.printer().endList();
        return 0;
    }

    private static List<Rule> rules(IpContext ip) {
        return isIpv6(ip)
                ? ip.net().ipv6().routing().rules()
                : ip.net().ipv4().routing().rules();
    }

    private static int add(IpContext ip, RouteNames names, Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "\"ip rule add\" requires arguments.");
        }
        RuleRequest request = new RuleRequestParser(ip, names, words).parse();
        if (request.contradictsL3mdev()) {
            return ip.fail(EINVAL, "table can not be specified for l3mdev rules");
        }
        if (isIpv6(ip)) {
            ip.net().ipv6().routing().addRule(request.toRule(), request.priority);
        } else {
            ip.net().ipv4().routing().addRule(request.toRule(), request.priority);
        }
        return 0;
    }

    private static int delete(IpContext ip, RouteNames names, Arguments words) {
        if (!words.hasNext()) {
            return ip.fail(1, "\"ip rule del\" requires arguments.");
        }
        RuleRequest request = new RuleRequestParser(ip, names, words).parse();
        if (request.contradictsL3mdev()) {
            return ip.fail(EINVAL, "table can not be specified for l3mdev rules");
        }
        delete(ip, request.toMatch());
        return 0;
    }

    private static void delete(IpContext ip, RuleMatch match) {
        if (isIpv6(ip)) {
            ip.net().ipv6().routing().deleteRule(match);
        } else {
            ip.net().ipv4().routing().deleteRule(match);
        }
    }

    private static boolean isIpv6(IpContext ip) {
        return ip.options().family() == Family.INET6;
    }

    /** All that have a priority: the kernel does not mention that of the first, which is 0, and so it stays. */
    private static int flush(IpContext ip, RouteNames names, Arguments words) {
        RuleFilter filter = new RuleFilterParser(ip, names, words).parse();
        for (Rule rule : rules(ip)) {
            if (rule.priority() == 0 || !filter.accepts(rule) || !filter.acceptsProtocol(rule)) {
                continue;
            }
            try {
                delete(ip, RuleMatch.of(rule, OptionalLong.of(rule.priority()), Optional.of(rule.action())));
            } catch (NetException gone) {
                if (gone.errno() != Errno.ENOENT) {
                    throw gone;
                }
            }
        }
        return 0;
    }
}
