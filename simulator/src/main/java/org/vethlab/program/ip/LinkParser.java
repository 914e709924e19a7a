package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.OnOff;
import org.vethlab.program.UsageText;

/** Reads the words of {@code ip link add} and {@code set}, and of a veth's {@code peer} (iplink_parse). */
final class LinkParser {
    /** The order is iproute2's; a word that is none of these names the device. */
    private static final Keywords<LinkParser> KEYWORDS = Keywords.of(
            word("up", parser -> parser.settings.flags.put(DeviceFlag.UP, true)),
            word("down", parser -> parser.settings.flags.put(DeviceFlag.UP, false)),
            word("name", LinkParser::name),
            word("index", LinkParser::index),
            prefix("link", parser -> parser.settings.link = Optional.of(parser.words.next())),
            prefix("address", parser -> parser.settings.address = parser.linkAddress()),
            prefix("broadcast", parser -> parser.settings.broadcast = parser.linkAddress()),
            word("brd", parser -> parser.settings.broadcast = parser.linkAddress()),
            prefix("txqueuelen", LinkParser::queueLength),
            word("qlen", LinkParser::queueLength),
            prefix("txqlen", LinkParser::queueLength),
            word("mtu", LinkParser::mtu),
            word("xdpgeneric", parser -> notSimulated("xdp")),
            word("xdpdrv", parser -> notSimulated("xdp")),
            word("xdpoffload", parser -> notSimulated("xdp")),
            word("xdp", parser -> notSimulated("xdp")),
            word("netns", LinkParser::namespace),
            word("multicast", parser -> parser.flag("multicast", DeviceFlag.MULTICAST, true)),
            word("allmulticast", parser -> parser.flag("allmulticast", DeviceFlag.ALLMULTI, true)),
            word("promisc", parser -> parser.flag("promisc", DeviceFlag.PROMISC, true)),
            word("trailers", parser -> parser.flag("trailers", DeviceFlag.NOTRAILERS, false)),
            word("arp", parser -> parser.flag("arp", DeviceFlag.NOARP, false)),
            word("carrier", LinkParser::carrier),
            word("vf", parser -> notSimulated("vf")),
            prefix("master", LinkParser::master),
            word("vrf", LinkParser::vrf),
            prefix("nomaster", parser -> parser.settings.master = Optional.of(Optional.empty())),
            prefix("dynamic", parser -> parser.flag("dynamic", DeviceFlag.DYNAMIC, true)),
            prefix("type", parser -> parser.settings.type = Optional.of(parser.words.next())),
            prefix("alias", LinkParser::alias),
            word("group", LinkParser::group),
            word("mode", LinkParser::linkMode),
            word("state", LinkParser::operState),
            prefix("numtxqueues", parser -> parser.ignoredNumber("numtxqueues", true)),
            prefix("numrxqueues", parser -> parser.ignoredNumber("numrxqueues", true)),
            prefix("addrgenmode", LinkParser::addressGeneration),
            prefix("link-netns", parser -> notSimulated("link-netns")),
            prefix("link-netnsid", parser -> notSimulated("link-netnsid")),
            word("protodown", parser -> notSimulated("protodown")),
            word("protodown_reason", parser -> notSimulated("protodown_reason")),
            word("gso_max_size", parser -> parser.ignoredNumber("gso_max_size", false)),
            word("gso_max_segs", parser -> parser.ignoredNumber("gso_max_segs", false)),
            word("gro_max_size", parser -> parser.ignoredNumber("gro_max_size", false)),
            word("parentdev", parser -> notSimulated("parentdev")));

    private static final List<String> ADDRESS_GENERATION_MODES = List.of("eui64", "none", "stable_secret", "random");
    private static final List<String> OPERATIONAL_STATES =
            List.of("unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up");

    private final IpContext ip;
    private final Arguments words;
    private final LinkSettings settings = new LinkSettings();

    private LinkParser(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
    }

    /** Takes all words, or those up to {@code type KIND}; the kind reads the rest. */
    static LinkSettings parse(IpContext ip, Arguments words) {
        LinkParser parser = new LinkParser(ip, words);
        while (words.hasNext() && parser.settings.type.isEmpty()) {
            String next = words.next();
            if (!KEYWORDS.take(next, parser)) {
                parser.device(next);
            }
        }
        return parser.settings;
    }

    private void device(String word) {
        if (Arguments.matches(word, "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("ip-link").stripTrailing());
        }
        String name = word.equals("dev") ? words.next() : word;
        if (!settings.device.equals(settings.name)) {
            throw CommandException.duplicateOrGarbage("dev", name);
        }
        if (!InterfaceNames.isValidAlternative(name)) {
            throw CommandException.wrong(name, "\"dev\" not a valid ifname");
        }
        settings.device = Optional.of(name);
    }

    private void name() {
        String name = words.next();
        if (settings.name.isPresent()) {
            throw CommandException.duplicate("name", name);
        }
        if (!InterfaceNames.isValid(name)) {
            throw CommandException.wrong(name, "\"name\" not a valid ifname");
        }
        settings.name = Optional.of(name);
        if (settings.device.isEmpty()) {
            settings.device = settings.name;
        }
    }

    private void index() {
        String word = words.next();
        if (settings.index.isPresent()) {
            throw CommandException.duplicate("index", word);
        }
        OptionalInt index = Numbers.integer(word);
        if (index.isEmpty() || index.getAsInt() <= 0) {
            throw CommandException.wrong(word, "Invalid \"index\" value");
        }
        settings.index = index;
    }

    private Optional<String> linkAddress() {
        String word = words.next();
        LinkAddresses.length(word);
        return Optional.of(word);
    }

    private void queueLength() {
        settings.queueLength = number("txqueuelen", settings.queueLength);
    }

    private void mtu() {
        settings.mtu = number("mtu", settings.mtu);
    }

    private OptionalInt number(String key, OptionalInt before) {
        String word = words.next();
        if (before.isPresent()) {
            throw CommandException.duplicate(key, word);
        }
        OptionalInt number = Numbers.integer(word);
        if (number.isEmpty()) {
            throw invalid(key, word);
        }
        return number;
    }

    /** A number that is checked as Linux does, and then makes no difference here. */
    private void ignoredNumber(String key, boolean signed) {
        String word = words.next();
        boolean fine = signed
                ? Numbers.integer(word).isPresent()
                : Numbers.unsigned(word, 32).isPresent();
        if (!fine) {
            throw invalid(key, word);
        }
    }

    private void namespace() {
        String word = words.next();
        if (settings.namespace.isPresent()) {
            throw CommandException.duplicate("netns", word);
        }
        settings.namespace = Optional.of(NamespaceNames.ofLink(ip.context(), word));
    }

    private void flag(String key, DeviceFlag flag, boolean setByOn) {
        String word = words.next();
        if (!word.equals("on") && !word.equals("off")) {
            throw new CommandException(
                    1, "Error: argument of \"" + key + "\" must be \"on\" or \"off\", not \"" + word + "\"");
        }
        settings.flags.put(flag, word.equals("on") == setByOn);
    }

    private void carrier() {
        OnOff.parse("carrier", words.next(), Errno.EINVAL.code());
        settings.carrier = true;
    }

    private void master() {
        String word = words.next();
        Device master = ip.findDevice(word).orElseThrow(() -> CommandException.wrong(word, "Device does not exist\n"));
        settings.master = Optional.of(Optional.of(master));
    }

    private void vrf() {
        settings.master = Optional.of(Optional.of(VrfNames.ofLink(ip, words.next())));
    }

    private void alias() {
        String alias = words.next();
        if (alias.length() >= 256) {
            throw CommandException.wrong(alias, "alias too long\n");
        }
        settings.alias = Optional.of(alias);
    }

    private void group() {
        String word = words.next();
        if (settings.group.isPresent()) {
            throw CommandException.duplicate("group", word);
        }
        settings.group = group(word);
    }

    /** A device group: its name in /etc/iproute2/group, which knows {@code default} alone, or its number. */
    static OptionalInt group(String word) {
        OptionalInt group = word.equals("default") ? OptionalInt.of(0) : Numbers.integer(word);
        if (group.isEmpty() || group.getAsInt() < 0) {
            throw invalid("group", word);
        }
        return group;
    }

    private void linkMode() {
        String mode = words.next().toLowerCase(Locale.ROOT);
        if (!mode.equals("default") && !mode.equals("dormant")) {
            throw CommandException.wrong(mode, "Invalid link mode\n");
        }
        if (mode.equals("dormant")) {
            notSimulated("mode dormant");
        }
    }

    private void operState() {
        String state = words.next();
        if (!OPERATIONAL_STATES.contains(state.toLowerCase(Locale.ROOT))) {
            throw CommandException.wrong(state, "Invalid operstate\n");
        }
    }

    private void addressGeneration() {
        String word = words.next();
        int mode = ADDRESS_GENERATION_MODES.indexOf(word.toLowerCase(Locale.ROOT));
        if (mode < 0) {
            throw CommandException.wrong(word, "Invalid address generation mode\n");
        }
        settings.addressGeneration = OptionalInt.of(mode);
    }

    private static CommandException invalid(String key, String word) {
        return CommandException.wrong(word, "Invalid \"" + key + "\" value\n");
    }

    private static void notSimulated(String what) {
        throw CommandException.notSimulated("ip link " + what);
    }
}
