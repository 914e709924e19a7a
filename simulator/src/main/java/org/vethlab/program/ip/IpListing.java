package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.List;
import java.util.function.Function;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/**
 * An object of {@code ip} of which only what a fresh namespace answers is simulated: its listing, which mostly is empty,
 * and its help. Whatever would change that listing is refused.
 */
final class IpListing implements IpObject {
    private static final List<String> VERBS = List.of("list", "show", "lst");

    private final String name;
    private final String usage;
    private final Function<IpContext, String> listing;

    private IpListing(String name, String usage, Function<IpContext, String> listing) {
        this.name = name;
        this.usage = usage;
        this.listing = listing;
    }

    /** @param usage name of its usage text */
    static IpListing empty(String name, String usage) {
        return new IpListing(name, usage, ip -> "");
    }

    /** No device but lo is without a token; none has one until it is set. */
    static IpListing tokens() {
        return new IpListing("token", "ip-token", ip -> {
            StringBuilder text = new StringBuilder();
            ip.net().devices().all().stream()
                    .filter(device -> !device.kind().isEmpty() && !device.kind().equals("dummy"))
                    .forEach(device ->
                            text.append("token :: dev ").append(device.name()).append('\n'));
            return text.toString();
        });
    }

    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "list";
        if (VERBS.stream().anyMatch(known -> matches(verb, known))
                || name.equals("tcp_metrics") && matches(verb, "flush")) {
            if (words.hasNext()) {
                throw CommandException.notSimulated("ip " + name + " " + verb + " " + words.peek());
            }
            ip.print(listing.apply(ip));
            return 0;
        }
        if (matches(verb, "help")) {
            return ip.usage(usage);
        }
        throw CommandException.notSimulated("ip " + name + " " + verb);
    }

    /** An object with objects of its own, whose listings are empty: {@code ip xfrm state}. */
    static IpObject withObjects(String name, String usage, List<String> objects) {
        return (ip, words) -> {
            String object = words.hasNext() ? words.next() : "help";
            if (matches(object, "help")) {
                return ip.usage(usage);
            }
            for (String known : objects) {
                if (matches(object, known)) {
                    return empty(name + " " + known, usage).run(ip, words);
                }
            }
            throw CommandException.notSimulated("ip " + name + " " + object);
        };
    }
}
