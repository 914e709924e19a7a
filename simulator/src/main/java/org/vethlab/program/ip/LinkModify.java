package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code ip link add}, {@code set}, {@code replace} and {@code delete}: one grammar for all (iplink_modify). */
final class LinkModify {
    /** What is to be done, with the flags of RTM_NEWLINK. */
    enum Verb {
        ADD(true),
        SET(false),
        REPLACE(true),
        DELETE(false);

        private final boolean creates;

        Verb(boolean creates) {
            this.creates = creates;
        }
    }

    private static final int MAC_LENGTH = 6;

    private final IpContext ip;
    private final Verb verb;

    LinkModify(IpContext ip, Verb verb) {
        this.ip = ip;
        this.verb = verb;
    }

    int run(Arguments words) {
        LinkSettings settings = LinkParser.parse(ip, words);
        check(settings, words);
        if (settings.group.isPresent() && settings.device.isEmpty()) {
            return runOnGroup(settings);
        }
        if (verb.creates) {
            return create(settings, words);
        }
        Device device = ip.device(settings.device.orElseThrow());
        if (verb == Verb.DELETE) {
            settings.type.ifPresent(kind -> LinkKinds.parse(ip, kind, words, false));
            ip.net().links().delete(device);
            return 0;
        }
        return change(device, settings, words);
    }

    /** What iproute2 finds fault with before it asks the kernel. */
    private void check(LinkSettings settings, Arguments words) {
        if (settings.device.isEmpty()) {
            settings.device = settings.name;
        }
        if (!verb.creates) {
            settings.device.ifPresent(name -> checkAddressLength(name, settings));
        }
        if (settings.index.isPresent() && !verb.creates && settings.namespace.isEmpty()) {
            throw usage("index can be used only when creating devices or when moving device to another netns.");
        }
        if (settings.group.isPresent() && settings.device.isEmpty()) {
            checkGroup(words);
            return;
        }
        if (!verb.creates && settings.device.isEmpty()) {
            throw usage("Not enough information: \"dev\" argument is required.");
        }
        if (verb.creates && settings.name.isPresent() && !settings.name.equals(settings.device)) {
            throw nameAndDevice();
        }
    }

    private void checkAddressLength(String name, LinkSettings settings) {
        int length = settings.address.map(LinkAddresses::length).orElse(MAC_LENGTH);
        if (length != MAC_LENGTH && ip.findDevice(name).isPresent()) {
            throw new CommandException(1, "Invalid address length " + length + " - must be " + MAC_LENGTH + " bytes");
        }
    }

    private void checkGroup(Arguments words) {
        if (words.hasNext()) {
            throw usage("Garbage instead of arguments \"" + words.peek() + " ...\". Try \"ip link help\".");
        }
        if (verb.creates) {
            throw usage("group cannot be used when creating devices.");
        }
    }

    static CommandException nameAndDevice() {
        return usage("both \"name\" and \"dev\" cannot be used when creating devices.");
    }

    private static CommandException usage(String message) {
        return new CommandException(CommandException.USAGE, message);
    }

    /** All devices of a group are set or deleted at once (rtnl_group_changelink, rtnl_group_dellink). */
    private int runOnGroup(LinkSettings settings) {
        int group = settings.group.orElseThrow();
        List<Device> members = ip.net().devices().all().stream()
                .filter(device -> device.group() == group)
                .toList();
        if (verb == Verb.SET) {
            members.forEach(member -> LinkChange.apply(ip, member, settings));
            return 0;
        }
        if (group == 0) {
            throw new NetException(Errno.EPERM);
        }
        if (members.isEmpty()) {
            throw new NetException(Errno.ENODEV);
        }
        members.stream().filter(this::isStillThere).forEach(ip.net().links()::delete);
        return 0;
    }

    /** A veth goes together with its peer, which may be of the same group. */
    private boolean isStillThere(Device device) {
        return ip.net().devices().byIndex(device.index()).equals(Optional.of(device));
    }

    private int create(LinkSettings settings, Arguments words) {
        Optional<Device> lower = settings.link.map(ip::device);
        if (settings.type.isEmpty()) {
            throw new CommandException(1, "Not enough information: \"type\" argument is required");
        }
        KindWords attributes = LinkKinds.parse(ip, settings.type.get(), words, true);
        if (settings.device
                .filter(name -> name.length() > InterfaceNames.LONGEST)
                .isPresent()) {
            throw new NetException(Errno.ERANGE, "Attribute failed policy validation");
        }
        if (existing(settings).isPresent()) {
            throw new NetException(verb == Verb.ADD ? Errno.EEXIST : Errno.EOPNOTSUPP);
        }
        LinkKind kind = attributes.kind().orElseThrow(LinkKinds::unknownType);
        Device made = ip.net().links().create(LinkRequests.of(settings, lower, kind));
        settings.flags.forEach((flag, on) -> made.namespace().links().setFlag(made, flag, on));
        settings.group.ifPresent(group -> made.namespace().links().setGroup(made, group));
        return 0;
    }

    /** A device that has the wanted index or else the wanted name already, where the new one is to be. */
    private Optional<Device> existing(LinkSettings settings) {
        Devices there = settings.namespace.orElse(ip.net()).devices();
        return settings.index.isPresent()
                ? there.byIndex(settings.index.getAsInt())
                : settings.device.flatMap(there::byName);
    }

    private int change(Device device, LinkSettings settings, Arguments words) {
        if (settings.type.isPresent()) {
            LinkKinds.parseChange(ip, settings.type.get(), words, device).change(device);
        }
        if (settings.name.equals(settings.device)) {
            settings.name = Optional.empty();
        }
        LinkChange.apply(ip, device, settings);
        return 0;
    }
}
