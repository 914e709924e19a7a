package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.word;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PortFlag;
import org.vethlab.net.link.PortState;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.OnOff;
import org.vethlab.view.Printer;

/** {@code bridge link}: the ports of bridges. */
final class BridgeLink implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return show(ip, words);
        }
        String verb = words.next();
        if (Arguments.matches(verb, "set") || Arguments.matches(verb, "change")) {
            return new Setter(ip, words).run();
        }
        if (Arguments.matches(verb, "show") || Arguments.matches(verb, "lst") || Arguments.matches(verb, "list")) {
            return show(ip, words);
        }
        if (Arguments.matches(verb, "help")) {
            return ip.usage("bridge-link");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"bridge link help\".");
    }

    /** Words that mean nothing are passed over. */
    private static int show(IpContext ip, Arguments words) {
        Optional<Device> only = Optional.empty();
        while (words.hasNext()) {
            if (words.next().equals("dev")) {
                String name = words.next();
                if (only.isPresent()) {
                    throw CommandException.duplicate("dev", name);
                }
                only = Optional.of(BridgeDevices.find(ip, name));
            }
        }
        ip.printer().beginList();
        for (Device device : ip.net().devices().asRegistered()) {
            if ((only.isEmpty() || only.get() == device) && device.master().orElse(null) instanceof Bridge bridge) {
                bridge.port(device).ifPresent(port -> print(ip, port));
            }
        }
        ip.printer().endList();
        return 0;
    }

    private static void print(IpContext ip, BridgePort port) {
        Printer out = ip.printer();
        Device device = port.device();
        out.beginObject();
        out.field("ifindex", "%s: ", device.index());
        new LinkPrinter(ip, true).printNameAndFlagsByIndex(device);
        out.field("mtu", "mtu %s ", device.mtu());
        out.field("master", "master %s ", port.bridge().name());
        out.field("state", "state %s ", port.state().text());
        out.field("priority", "priority %s ", port.priority());
        out.field("cost", "cost %s ", port.pathCost());
        if (ip.options().details()) {
            printDetails(out, port);
        }
        out.text("\n");
        out.endObject();
    }

    private static void printDetails(Printer out, BridgePort port) {
        out.newline();
        out.text("    ");
        for (PortFlag flag : PortFlag.values()) {
            if (flag == PortFlag.PROXY_ARP || flag == PortFlag.PROXY_ARP_WIFI) {
                continue;
            }
            if (flag == PortFlag.MCAST_TO_UNICAST) {
                out.field("mcast_router", "mcast_router %s ", port.multicastRouter());
            }
            if (flag == PortFlag.ISOLATED) {
                printBackup(out, port);
            }
            out.onOff(flag.text(), flag.text() + " %s ", port.has(flag));
        }
    }

    static void printBackup(Printer out, BridgePort port) {
        port.backup()
                .ifPresent(other -> out.field(
                        "backup_port", "backup_port %s ", other.device().name()));
    }

    /** {@code bridge link set}. */
    private static final class Setter {
        /** What parse_on_off returns, -EINVAL, becomes the exit status. */
        private static final int INVALID = -Errno.EINVAL.code() & 0xff;

        private static final Keywords<Setter> KEYWORDS = Keywords.of(
                word("dev", setter -> setter.device = Optional.of(setter.words.next())),
                word("guard", setter -> setter.flag(PortFlag.GUARD)),
                word("hairpin", setter -> setter.flag(PortFlag.HAIRPIN)),
                word("fastleave", setter -> setter.flag(PortFlag.FASTLEAVE)),
                word("root_block", setter -> setter.flag(PortFlag.ROOT_BLOCK)),
                word("learning", setter -> setter.flag(PortFlag.LEARNING)),
                word("learning_sync", setter -> OnOff.parse("learning_sync", setter.words.next(), INVALID)),
                word("flood", setter -> setter.flag(PortFlag.FLOOD)),
                word("mcast_router", setter -> setter.settings.multicastRouter = setter.number()),
                word("mcast_flood", setter -> setter.flag(PortFlag.MCAST_FLOOD)),
                word("bcast_flood", setter -> setter.flag(PortFlag.BCAST_FLOOD)),
                word("mcast_to_unicast", setter -> setter.flag(PortFlag.MCAST_TO_UNICAST)),
                word("cost", Setter::cost),
                word("priority", setter -> setter.settings.priority = setter.number()),
                word("state", Setter::state),
                word("hwmode", Setter::hardwareMode),
                word("self", setter -> setter.self = true),
                word("master", setter -> {}),
                word("neigh_suppress", setter -> setter.flag(PortFlag.NEIGH_SUPPRESS)),
                word("vlan_tunnel", setter -> setter.flag(PortFlag.VLAN_TUNNEL)),
                word("isolated", setter -> setter.flag(PortFlag.ISOLATED)),
                word("locked", setter -> setter.flag(PortFlag.LOCKED)),
                word("backup_port", Setter::backup),
                word("nobackup_port", setter -> setter.settings.backup = Optional.of(Optional.empty())));

        private final IpContext ip;
        private final Arguments words;
        private final PortSettings settings = new PortSettings();
        private Optional<String> device = Optional.empty();
        private boolean self;

        Setter(IpContext ip, Arguments words) {
            this.ip = ip;
            this.words = words;
        }

        int run() {
            while (words.hasNext()) {
                if (!KEYWORDS.take(words.next(), this)) {
                    return ip.usage("bridge-link");
                }
            }
            if (device.isEmpty()) {
                return ip.fail(CommandException.USAGE, "Device is a required argument.");
            }
            Device port = BridgeDevices.findBridge(ip, device.get());
            if (self) {
                throw new NetException(Errno.EOPNOTSUPP);
            }
            settings.apply(port);
            return 0;
        }

        /** Nothing is asked of the kernel with a cost of 0. */
        private void cost() {
            OptionalInt cost = number();
            settings.cost = cost.getAsInt() > 0 ? cost : OptionalInt.empty();
        }

        private void backup() {
            String name = words.next();
            Device other = ip.findDevice(name)
                    .orElseThrow(() ->
                            new CommandException(CommandException.USAGE, "Error: device " + name + " does not exist"));
            settings.backup = Optional.of(Optional.of(other));
        }

        private void flag(PortFlag flag) {
            settings.flags.put(flag, OnOff.parse(flag.text(), words.next(), INVALID));
        }

        private OptionalInt number() {
            OptionalInt number = Numbers.integer(words.next());
            return number.isPresent() ? number : OptionalInt.of(0);
        }

        private void state() {
            String word = words.next();
            settings.state = Numbers.integer(word);
            for (PortState state : PortState.values()) {
                if (state.text().equals(word)) {
                    settings.state = OptionalInt.of(state.code());
                }
            }
            if (settings.state.isEmpty()) {
                throw new CommandException(CommandException.USAGE, "Error: invalid STP port state");
            }
        }

        private void hardwareMode() {
            String word = words.next();
            if (!word.equals("vepa") && !word.equals("veb")) {
                throw new CommandException(CommandException.USAGE, "Mode argument must be \"vepa\" or \"veb\".");
            }
            self = true;
        }
    }
}
