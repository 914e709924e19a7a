package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.GroupAddress;
import org.vethlab.net.link.MulticastDatabase;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;

/** {@code bridge mdb add} and {@code delete}. Words that mean nothing are passed over. */
final class MdbModify {
    private final IpContext ip;
    private final boolean adds;
    private Optional<String> device = Optional.empty();
    private Optional<String> port = Optional.empty();
    private Optional<String> group = Optional.empty();
    private boolean permanent;
    private int vlan;

    MdbModify(IpContext ip, boolean adds) {
        this.ip = ip;
        this.adds = adds;
    }

    int run(Arguments words) {
        while (words.hasNext()) {
            take(words.next(), words);
        }
        if (device.isEmpty() || port.isEmpty() || group.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Device, group address and port name are required arguments.");
        }
        Device bridge = BridgeDevices.find(ip, device.get());
        Device member = BridgeDevices.find(ip, port.get());
        GroupAddress address = address(group.get());
        check(address);
        if (!(bridge instanceof Bridge found)) {
            throw new NetException(Errno.EOPNOTSUPP, "Device does not support MDB operations");
        }
        change(found, member, address);
        return 0;
    }

    private void take(String word, Arguments words) {
        switch (word) {
            case "dev" -> device = Optional.of(words.next());
            case "grp" -> group = Optional.of(words.next());
            case "port" -> port = Optional.of(words.next());
            case "permanent" -> permanent = true;
            case "temp" -> {}
            case "vid" -> vlan = CNumbers.toShort(words.next());
            case "src" -> {
                words.next();
                throw CommandException.notSimulated("bridge mdb src");
            }
            default -> {
                if (Arguments.matches(word, "help")) {
                    throw new CommandException(
                            CommandException.USAGE, UsageText.of("bridge-mdb").stripTrailing());
                }
            }
        }
    }

    private static GroupAddress address(String word) {
        try {
            if (word.indexOf('.') >= 0) {
                return new GroupAddress.Ip(Ipv4Address.parse(word));
            }
            boolean mac = word.matches("([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}");
            return mac ? new GroupAddress.Link(MacAddress.parse(word)) : new GroupAddress.Ip(Ipv6Address.parse(word));
        } catch (IllegalArgumentException e) {
            throw new CommandException(CommandException.USAGE, "Invalid address \"" + word + "\"");
        }
    }

    /** What rtnetlink looks at before it asks the bridge (rtnl_validate_mdb_entry). */
    private void check(GroupAddress address) {
        boolean ipv4 = address instanceof GroupAddress.Ip ip4 && ip4.address() instanceof Ipv4Address;
        boolean link = address instanceof GroupAddress.Link;
        if (!address.isGroup()) {
            String family = ipv4
                    ? "IPv4 entry group address is not multicast or 0.0.0.0"
                    : "L2 entry group address is not multicast";
            throw new NetException(
                    Errno.EINVAL, ipv4 || link ? family : "IPv6 entry group address is not multicast or ::");
        }
        if (!link && address.isEverybodys()) {
            String text = ipv4
                    ? "IPv4 entry group address is local multicast"
                    : "IPv6 entry group address is link-local all nodes";
            throw new NetException(Errno.EINVAL, text);
        }
        if (vlan < 0 || vlan > 4094) {
            throw new NetException(Errno.EINVAL, "Invalid entry VLAN id");
        }
    }

    private void change(Bridge bridge, Device member, GroupAddress address) {
        MulticastDatabase database = bridge.multicast();
        Optional<BridgePort> at = Optional.empty();
        if (member != bridge) {
            BridgePort found = bridge.port(member)
                    .orElseThrow(() -> new NetException(
                            Errno.EINVAL,
                            member.master().isPresent()
                                    ? "bridge: Port belongs to a different bridge device"
                                    : "bridge: Net device is not a bridge port"));
            at = Optional.of(found);
        }
        if (adds) {
            database.add(at, address, vlan, permanent);
        } else {
            database.delete(at, address, vlan);
        }
    }
}
