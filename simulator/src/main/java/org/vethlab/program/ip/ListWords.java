package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.word;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** Reads what {@code ip link show}, {@code ip address show} and {@code flush} are to select: one grammar for all. */
final class ListWords {
    private static final String SLAVE = "_slave";

    private static final Keywords<ListWords> KEYWORDS = Keywords.of(
            word("label", list -> list.addresses.label = Optional.of(list.words.next())),
            word("group", list -> list.links.group = LinkParser.group(list.words.next())),
            word("master", list -> list.links.master = Optional.of(list.master())),
            word("vrf", list -> list.links.master = Optional.of(VrfNames.ofLink(list.ip, list.words.next()))),
            word("nomaster", list -> list.links.withoutMaster = true),
            word("type", ListWords::kind));

    final LinkFilter links = new LinkFilter();
    final AddressFilter addresses;
    private final IpContext ip;
    private final Arguments words;
    private final String usage;
    private Optional<String> device = Optional.empty();

    private ListWords(IpContext ip, Arguments words, Family family, String usage) {
        this.ip = ip;
        this.words = words;
        this.usage = usage;
        this.addresses = new AddressFilter(family);
    }

    /** @throws CommandException for words that make no sense, and for a device that is not there */
    static ListWords parse(IpContext ip, Arguments words, Family family, String usage) {
        ListWords list = new ListWords(ip, words, family, usage);
        while (words.hasNext()) {
            list.take(words.next());
        }
        list.device.ifPresent(name -> list.links.device = Optional.of(list.find(name)));
        return list;
    }

    private void take(String word) {
        switch (word) {
            case "to" -> addresses.to(words.next());
            case "scope" -> scope(words.next());
            case "up" -> links.up = true;
            default -> {
                if (!addresses.takeFlag(word) && !KEYWORDS.take(word, this)) {
                    device(word);
                }
            }
        }
    }

    private void scope(String word) {
        if (word.equals("all")) {
            addresses.scope = Optional.empty();
            return;
        }
        Scope scope = Scopes.parse(word).orElseThrow(() -> CommandException.wrong(word, "invalid \"scope\"\n"));
        addresses.scope = Optional.of(scope);
    }

    private void device(String word) {
        if (!word.equals("dev") && Arguments.matches(word, "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of(usage).stripTrailing());
        }
        String name = word.equals("dev") ? words.next() : word;
        if (device.isPresent()) {
            throw CommandException.duplicateOrGarbage("dev", name);
        }
        device = Optional.of(name);
    }

    private Device find(String name) {
        return ip.findDevice(name)
                .orElseThrow(() -> new CommandException(1, "Device \"" + name + "\" does not exist."));
    }

    private Device master() {
        String word = words.next();
        return ip.findDevice(word).orElseThrow(() -> CommandException.wrong(word, "Device does not exist\n"));
    }

    private void kind() {
        String word = words.next();
        if (word.endsWith(SLAVE)) {
            links.slaveKind = Optional.of(word.substring(0, word.length() - SLAVE.length()));
        } else {
            links.kind = Optional.of(word);
        }
    }
}
