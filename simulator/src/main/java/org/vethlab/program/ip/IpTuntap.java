package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.net.link.TunTap;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.view.Printer;

/** {@code ip tuntap}: persistent tun and tap devices (ip/iptuntap.c). */
final class IpTuntap implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return show(ip);
        }
        String verb = words.next();
        if (matches(verb, "add")) {
            return add(ip, Request.parse(words));
        }
        if (matches(verb, "delete")) {
            return delete(ip, Request.parse(words));
        }
        if (matches(verb, "show") || matches(verb, "lst") || matches(verb, "list")) {
            return show(ip);
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-tuntap");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip tuntap help\".");
    }

    /** The words of a request (parse_args). */
    private static final class Request {
        private Optional<String> name = Optional.empty();
        private Optional<Boolean> tap = Optional.empty();
        private OptionalInt user = OptionalInt.empty();
        private OptionalInt group = OptionalInt.empty();
        private boolean packetInformation;
        private boolean virtualHeader;
        private boolean manyQueues;

        private static Request parse(Arguments words) {
            Request request = new Request();
            while (words.hasNext()) {
                request.take(words.next(), words);
            }
            return request;
        }

        private void take(String word, Arguments words) {
            if (matches(word, "mode")) {
                mode(words.next());
            } else if (matches(word, "user")) {
                user = account(words.next(), "user");
            } else if (matches(word, "group")) {
                group = account(words.next(), "group");
            } else if (matches(word, "pi")) {
                packetInformation = true;
            } else if (matches(word, "vnet_hdr")) {
                virtualHeader = true;
            } else if (matches(word, "multi_queue")) {
                manyQueues = true;
            } else if (!matches(word, "one_queue")) {
                name(word, words);
            }
        }

        private void mode(String word) {
            if (tap.isPresent()) {
                throw new CommandException(CommandException.USAGE, "You managed to ask for more than one tunnel mode.");
            }
            if (!matches(word, "tun") && !matches(word, "tap")) {
                throw new CommandException(CommandException.USAGE, "Unknown tunnel mode \"" + word + "\"");
            }
            tap = Optional.of(!matches(word, "tun"));
        }

        private static OptionalInt account(String word, String what) {
            if (word.equals("root")) {
                return OptionalInt.of(0);
            }
            OptionalInt number = Numbers.integer(word);
            if (number.isEmpty()) {
                throw new CommandException(CommandException.USAGE, "invalid " + what + " \"" + word + "\"");
            }
            return number;
        }

        private void name(String first, Arguments words) {
            boolean keyword = matches(first, "name") || matches(first, "dev");
            if (!keyword && matches(first, "help")) {
                throw new CommandException(
                        CommandException.USAGE, UsageText.of("ip-tuntap").stripTrailing());
            }
            String word = keyword ? words.next() : first;
            if (name.isPresent()) {
                throw CommandException.duplicateOrGarbage("name", word);
            }
            if (!InterfaceNames.isValid(word)) {
                throw CommandException.wrong(word, "\"name\" not a valid ifname");
            }
            name = Optional.of(word);
        }

        private boolean checkedTap() {
            return tap.orElseThrow(() -> new CommandException(1, "You failed to specify a tunnel mode"));
        }
    }

    private static int add(IpContext ip, Request request) {
        TunTap.Settings settings = new TunTap.Settings(
                request.checkedTap(),
                request.packetInformation,
                request.virtualHeader,
                request.manyQueues,
                request.user,
                request.group);
        LinkRequest link = LinkRequest.of(new LinkKind.TunTap(settings));
        try {
            ip.net().links().create(request.name.map(link::named).orElse(link));
            return 0;
        } catch (NetException e) {
            return failed(ip, e.errno() == Errno.EEXIST ? Errno.EBUSY : e.errno());
        }
    }

    private static int failed(IpContext ip, Errno errno) {
        return ip.fail(1, "ioctl(TUNSETIFF): " + errno.text());
    }

    /** Surprising: deleting what is not there makes it first, and is no error. */
    private static int delete(IpContext ip, Request request) {
        boolean tap = request.checkedTap();
        Optional<Device> device = request.name.flatMap(ip.net().devices()::byName);
        if (device.isEmpty()) {
            return 0;
        }
        if (!(device.get() instanceof TunTap found) || found.options().tap() != tap) {
            return failed(ip, Errno.EINVAL);
        }
        ip.net().links().delete(found);
        return 0;
    }

    private static int show(IpContext ip) {
        Printer out = ip.printer();
        out.beginList();
        for (Device device : ip.net().devices().all()) {
            if (device instanceof TunTap tunnel) {
                out.beginObject();
                print(ip, out, tunnel);
                out.endObject();
            }
        }
        out.endList();
        return 0;
    }

    private static void print(IpContext ip, Printer out, TunTap tunnel) {
        out.field("ifname", "%s:", tunnel.name());
        out.beginArray("flags");
        flags(tunnel.options()).forEach(flag -> out.element(" %s", flag));
        out.endArray();
        tunnel.options().user().ifPresent(user -> out.field("user", " user %s", user));
        tunnel.options().group().ifPresent(group -> out.field("group", " group %s", group));
        out.text("\n");
        if (ip.options().details()) {
            out.text("\tAttached to processes:\n");
        }
    }

    private static List<String> flags(TunTap.Settings settings) {
        List<String> flags = new ArrayList<>(List.of(settings.tap() ? "tap" : "tun"));
        if (settings.packetInformation()) {
            flags.add("pi");
        }
        if (settings.manyQueues()) {
            flags.add("multi_queue");
        }
        if (settings.virtualHeader()) {
            flags.add("vnet_hdr");
        }
        flags.add("persist");
        if (settings.manyQueues()) {
            flags.add("filter");
        }
        return flags;
    }
}
