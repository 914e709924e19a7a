package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Links;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code ip link property}: alternative names of devices. */
final class LinkProperty {
    private final IpContext ip;
    private final List<String> names = new ArrayList<>();
    private Optional<String> device = Optional.empty();

    LinkProperty(IpContext ip) {
        this.ip = ip;
    }

    int run(Arguments words) {
        String verb = words.hasNext() ? words.next() : "help";
        Links links = ip.net().links();
        if (matches(verb, "add")) {
            return change(words, links::addAlternativeName);
        }
        if (matches(verb, "del")) {
            return change(words, links::removeAlternativeName);
        }
        return matches(verb, "help") ? ip.usage("ip-link") : ip.fail(CommandException.USAGE, "Operator required");
    }

    private int change(Arguments words, BiConsumer<Device, String> change) {
        while (words.hasNext()) {
            String word = words.next();
            if (matches(word, "altname")) {
                takeName(words.next());
            } else if (matches(word, "help")) {
                return ip.usage("ip-link");
            } else {
                takeDevice(word.equals("dev") ? words.next() : word);
            }
        }
        if (device.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Not enough of information: \"dev\" argument is required.");
        }
        Device found = ip.device(device.get());
        names.forEach(name -> change.accept(found, name));
        return 0;
    }

    private void takeName(String name) {
        if (!InterfaceNames.isValidAlternative(name)) {
            throw CommandException.wrong(name, "not a valid altname");
        }
        names.add(name);
    }

    private void takeDevice(String name) {
        if (device.isPresent()) {
            throw CommandException.duplicateOrGarbage("dev", name);
        }
        if (!InterfaceNames.isValidAlternative(name)) {
            throw CommandException.wrong(name, "\"dev\" not a valid ifname");
        }
        device = Optional.of(name);
    }
}
