package org.vethlab.program.ip;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourFlag;
import org.vethlab.net.neigh.NeighbourRequest;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code ip neighbour}: add, change, replace, delete, get; show and flush are in {@link NeighbourList}. */
final class IpNeighbour implements IpObject {
    private static final String USAGE = "ip-neigh";
    private static final String INCOMPLETE = "Device and destination are required arguments.";
    private static final int MAC_LENGTH = 6;

    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (Arguments.matches(verb, "add")) {
            return set(ip, words, Neighbours.Mode.ADD);
        }
        if (Arguments.matches(verb, "change") || verb.equals("chg")) {
            return set(ip, words, Neighbours.Mode.CHANGE);
        }
        if (Arguments.matches(verb, "replace")) {
            return set(ip, words, Neighbours.Mode.REPLACE);
        }
        if (Arguments.matches(verb, "delete")) {
            return delete(ip, words);
        }
        if (Arguments.matches(verb, "get")) {
            return get(ip, words);
        }
        if (Arguments.matches(verb, "show") || Arguments.matches(verb, "lst") || Arguments.matches(verb, "list")) {
            return new NeighbourList(ip).show(words);
        }
        if (Arguments.matches(verb, "flush")) {
            return new NeighbourList(ip).flush(words);
        }
        if (Arguments.matches(verb, "help")) {
            return ip.usage(USAGE);
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip neigh help\".");
    }

    /** The words behind a verb. */
    private static final class Words {
        Optional<IpAddress> address = Optional.empty();
        Optional<String> device = Optional.empty();
        Optional<String> mac = Optional.empty();
        NudState state = NudState.PERMANENT;
        final Set<NeighbourFlag> flags = EnumSet.noneOf(NeighbourFlag.class);
        boolean proxy;
        boolean use;
        int protocol;
    }

    private static Words parse(IpContext ip, Arguments words) {
        Words parsed = new Words();
        while (words.hasNext()) {
            String word = words.next();
            if (Arguments.matches(word, "lladdr")) {
                String text = words.next();
                if (parsed.mac.isPresent()) {
                    throw CommandException.duplicate("lladdr", text);
                }
                parsed.mac = Optional.of(text);
            } else if (word.equals("nud")) {
                parsed.state = NudWords.one(words.next());
            } else if (word.equals("proxy")) {
                address(ip, parsed, words.next(), "address");
                parsed.proxy = true;
            } else if (!flag(parsed, word)) {
                other(ip, parsed, word, words);
            }
        }
        return parsed;
    }

    private static boolean flag(Words parsed, String word) {
        switch (word) {
            case "router" -> parsed.flags.add(NeighbourFlag.ROUTER);
            case "managed" -> parsed.flags.add(NeighbourFlag.MANAGED);
            case "use" -> parsed.use = true;
            default -> {
                return Arguments.matches(word, "extern_learn") && parsed.flags.add(NeighbourFlag.EXTERN_LEARN);
            }
        }
        return true;
    }

    private static void other(IpContext ip, Words parsed, String word, Arguments words) {
        if (word.equals("dev")) {
            parsed.device = Optional.of(words.next());
        } else if (Arguments.matches(word, "protocol")) {
            String name = words.next();
            parsed.protocol = new RouteNames(ip.files(), false)
                    .protocolNumber(name)
                    .orElseThrow(() -> CommandException.wrong(name, "\"protocol\" value is invalid"));
        } else {
            String text = word.equals("to") ? words.next() : word;
            if (Arguments.matches(text, "help")) {
                throw new CommandException(ip.usage(USAGE), "");
            }
            address(ip, parsed, text, "to");
        }
    }

    private static void address(IpContext ip, Words parsed, String text, String keyword) {
        if (parsed.address.isPresent()) {
            throw keyword.equals("to")
                    ? CommandException.duplicateOrGarbage(keyword, text)
                    : CommandException.duplicate(keyword, text);
        }
        parsed.address = Optional.of(InetPrefix.parseAddress(text, ip.options().family()));
    }

    private static int set(IpContext ip, Arguments words, Neighbours.Mode mode) {
        Words parsed = parse(ip, words);
        IpAddress address = required(parsed);
        Optional<String> mac = parsed.mac.filter(text -> !text.equals("null"));
        int length = mac.map(LinkAddresses::length).orElse(MAC_LENGTH);
        Optional<Device> device = parsed.device.map(ip::device);
        if (parsed.proxy || device.isEmpty()) {
            ip.net().neighbours().addProxy(new Proxy(address, device));
            return 0;
        }
        if (length < MAC_LENGTH) {
            throw new NetException(Errno.EINVAL, "Invalid link address");
        }
        Optional<MacAddress> found = mac.map(LinkAddresses::longMac);
        ip.net()
                .neighbours()
                .set(
                        mode,
                        new NeighbourRequest(
                                device.get(), address, found, parsed.state, parsed.flags, parsed.use, parsed.protocol));
        return 0;
    }

    private static IpAddress required(Words parsed) {
        if (parsed.device.isEmpty() && !parsed.proxy || parsed.address.isEmpty()) {
            throw new CommandException(CommandException.USAGE, INCOMPLETE);
        }
        return parsed.address.get();
    }

    private static int delete(IpContext ip, Arguments words) {
        Words parsed = parse(ip, words);
        IpAddress address = required(parsed);
        Optional<Device> device = parsed.device.map(ip::device);
        if (parsed.proxy || device.isEmpty()) {
            ip.net().neighbours().deleteProxy(new Proxy(address, device));
        } else {
            ip.net().neighbours().delete(device.get(), address);
        }
        return 0;
    }

    private static int get(IpContext ip, Arguments words) {
        Words parsed = new Words();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                parsed.device = Optional.of(words.next());
            } else {
                parsed.proxy |= Arguments.matches(word, "proxy");
                String text = word.equals("to") || Arguments.matches(word, "proxy") ? words.next() : word;
                address(ip, parsed, text, parsed.proxy ? "address" : "to");
            }
        }
        if (parsed.device.isEmpty() || parsed.address.isEmpty()) {
            throw new CommandException(1, "Device and address are required arguments.");
        }
        NeighbourPrinter printer = new NeighbourPrinter(ip, Optional.empty());
        Device device = ip.device(parsed.device.get());
        ip.printer().beginList();
        if (parsed.proxy) {
            printer.print(proxy(ip, new Proxy(parsed.address.get(), Optional.of(device))));
        } else {
            printer.print(entry(ip, device, parsed.address.get()));
        }
        ip.printer().endList();
        return 0;
    }

    private static Neighbour entry(IpContext ip, Device device, IpAddress address) {
        return ip.net()
                .neighbours()
                .find(device, address)
                .orElseThrow(() -> new NetException(Errno.ENOENT, "Neighbour entry not found"));
    }

    private static Proxy proxy(IpContext ip, Proxy wanted) {
        if (!ip.net().neighbours().hasProxy(wanted)) {
            throw new NetException(Errno.ENOENT, "Proxy neighbour entry not found");
        }
        return wanted;
    }
}
