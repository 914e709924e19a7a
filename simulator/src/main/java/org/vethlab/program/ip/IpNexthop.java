package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHopObject;
import org.vethlab.net.route.NextHopObjects;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip nexthop}. */
final class IpNexthop implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        RouteNames names = new RouteNames(ip.files(), ip.options().numeric());
        String verb = words.hasNext() ? words.next() : "list";
        if (Arguments.matches(verb, "add")) {
            return new NexthopModify(ip, names).set(false, words);
        }
        if (Arguments.matches(verb, "replace")) {
            return new NexthopModify(ip, names).set(true, words);
        }
        if (Arguments.matches(verb, "delete")) {
            return new NexthopModify(ip, names).delete(words);
        }
        if (Arguments.matches(verb, "list") || Arguments.matches(verb, "show") || Arguments.matches(verb, "lst")) {
            return list(ip, names, words);
        }
        if (Arguments.matches(verb, "get")) {
            return get(ip, names, words);
        }
        if (Arguments.matches(verb, "flush")) {
            return flush(ip, words);
        }
        if (Arguments.matches(verb, "bucket")) {
            throw CommandException.notSimulated("ip nexthop bucket");
        }
        if (Arguments.matches(verb, "help")) {
            throw usage();
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip nexthop help\".");
    }

    static CommandException usage() {
        return new CommandException(
                CommandException.USAGE, UsageText.of("ip-nexthop").stripTrailing());
    }

    static int id(String word) {
        return (int) Numbers.unsigned(word, 32).orElseThrow(() -> CommandException.wrong(word, "invalid id value"));
    }

    static Device device(IpContext ip, String name) {
        return ip.net()
                .devices()
                .byName(name)
                .orElseThrow(() -> CommandException.wrong(name, "Device does not exist\n"));
    }

    /** SELECTOR. */
    private static final class Selector {
        private OptionalInt id = OptionalInt.empty();
        private Optional<Device> device = Optional.empty();
        private OptionalInt protocol = OptionalInt.empty();
        private boolean groups;
        private boolean nothing;

        private boolean accepts(NextHopObject object, Family family) {
            if (groups && !(object instanceof NextHopObject.Group)
                    || protocol.isPresent() && protocol.getAsInt() != object.protocol()) {
                return false;
            }
            if (device.isEmpty() && family == Family.UNSPEC) {
                return true;
            }
            return family != Family.INET6
                    && object instanceof NextHopObject.Single single
                    && device.map(wanted -> single.hop().leavesBy(wanted)).orElse(true);
        }
    }

    private static Selector selector(IpContext ip, Arguments words) {
        Selector selector = new Selector();
        selector.nothing = !words.hasNext();
        while (words.hasNext()) {
            String word = words.next();
            if (Arguments.matches(word, "dev")) {
                selector.device = Optional.of(device(ip, words.next()));
            } else if (Arguments.matches(word, "groups")) {
                selector.groups = true;
            } else if (word.equals("id")) {
                selector.id = OptionalInt.of(id(words.next()));
                return selector;
            } else if (Arguments.matches(word, "protocol")) {
                String value = words.next();
                selector.protocol = OptionalInt.of((int) Numbers.unsigned(value, 32)
                        .orElseThrow(() -> CommandException.wrong(value, "invalid protocol value")));
            } else if (Arguments.matches(word, "help")) {
                throw usage();
            } else {
                throw CommandException.wrong(word, "");
            }
        }
        return selector;
    }

    private static int list(IpContext ip, RouteNames names, Arguments words) {
        Selector selector = selector(ip, words);
        if (selector.id.isPresent()) {
            return show(ip, names, selector.id.getAsInt());
        }
        NexthopPrinter printer = new NexthopPrinter(ip, names);
        ip.printer().beginList();
        for (NextHopObject object : objects(ip).all()) {
            if (selector.accepts(object, ip.options().family())) {
                printer.print(object);
            }
        }
        ip.printer().endList();
        return 0;
    }

    private static NextHopObjects objects(IpContext ip) {
        return ip.net().ipv4().routing().nextHops();
    }

    private static int get(IpContext ip, RouteNames names, Arguments words) {
        int id = 0;
        while (words.hasNext()) {
            if (!words.next().equals("id")) {
                throw usage();
            }
            id = id(words.next());
        }
        if (id == 0) {
            throw usage();
        }
        return show(ip, names, id);
    }

    private static int show(IpContext ip, RouteNames names, int id) {
        NextHopObject object = objects(ip).find(id).orElseThrow(() -> new NetException(Errno.ENOENT));
        ip.printer().beginList();
        new NexthopPrinter(ip, names).print(object);
        ip.printer().endList();
        return 0;
    }

    /** Without a selector groups go first, so that they are counted before their members take them along. */
    private static int flush(IpContext ip, Arguments words) {
        Selector selector = selector(ip, words);
        if (selector.id.isPresent()) {
            objects(ip).delete(selector.id.getAsInt());
            return 0;
        }
        int flushed = 0;
        if (selector.nothing) {
            selector.groups = true;
            flushed = flush(ip, selector);
            selector.groups = false;
        }
        flushed += flush(ip, selector);
        ip.print(flushed == 0 ? "Nothing to flush\n" : "Flushed " + flushed + " nexthops\n");
        return 0;
    }

    private static int flush(IpContext ip, Selector selector) {
        List<NextHopObject> doomed = objects(ip).all().stream()
                .filter(object -> selector.accepts(object, ip.options().family()))
                .toList();
        int flushed = 0;
        for (NextHopObject object : doomed) {
            if (objects(ip).find(object.id()).isPresent()) {
                objects(ip).delete(object.id());
                flushed++;
            }
        }
        return flushed;
    }
}
