package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.net.route.Routing.Mode;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip route}. */
final class IpRoute implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        RouteNames names = new RouteNames(ip.files(), ip.options().numeric());
        if (!words.hasNext()) {
            return new IpRouteList(ip, names).list(words);
        }
        String verb = words.next();
        Optional<Mode> mode = mode(verb);
        if (mode.isPresent()) {
            return new IpRouteModify(ip, names).add(mode.get(), words);
        }
        if (Arguments.matches(verb, "delete")) {
            return new IpRouteModify(ip, names).delete(words);
        }
        if (Arguments.matches(verb, "list") || Arguments.matches(verb, "show") || Arguments.matches(verb, "lst")) {
            return new IpRouteList(ip, names).list(words);
        }
        if (Arguments.matches(verb, "get")) {
            return new IpRouteGet(ip, names).get(words);
        }
        if (Arguments.matches(verb, "flush")) {
            return new IpRouteList(ip, names).flush(words);
        }
        if (Arguments.matches(verb, "save") || Arguments.matches(verb, "restore")) {
            throw CommandException.notSimulated("ip route " + verb);
        }
        if (Arguments.matches(verb, "showdump")) {
            throw CommandException.notSimulated("ip route showdump");
        }
        if (Arguments.matches(verb, "help")) {
            throw usage();
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip route help\".");
    }

    /** The verbs in iproute2's order: {@code ip route a} adds, {@code c} changes, {@code r} replaces. */
    private static Optional<Mode> mode(String verb) {
        if (Arguments.matches(verb, "add")) {
            return Optional.of(Mode.ADD);
        }
        if (Arguments.matches(verb, "change") || verb.equals("chg")) {
            return Optional.of(Mode.CHANGE);
        }
        if (Arguments.matches(verb, "replace")) {
            return Optional.of(Mode.REPLACE);
        }
        if (Arguments.matches(verb, "prepend")) {
            return Optional.of(Mode.PREPEND);
        }
        if (Arguments.matches(verb, "append")) {
            return Optional.of(Mode.APPEND);
        }
        return Arguments.matches(verb, "test") ? Optional.of(Mode.TEST) : Optional.empty();
    }

    static CommandException usage() {
        return new CommandException(
                CommandException.USAGE, UsageText.of("ip-route").stripTrailing());
    }

    /** A family named before an address: {@code via inet6 fe80::1} (read_family). */
    static Optional<Family> family(String word) {
        return switch (word) {
            case "inet" -> Optional.of(Family.INET);
            case "inet6" -> Optional.of(Family.INET6);
            case "link" -> Optional.of(Family.LINK);
            case "mpls" -> Optional.of(Family.MPLS);
            case "bridge" -> Optional.of(Family.BRIDGE);
            default -> Optional.empty();
        };
    }
}
