package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.ForwardingEntry;
import org.vethlab.net.link.VxlanRemote;
import org.vethlab.net.neigh.NudState;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** {@code bridge fdb show} and {@code get}. */
final class FdbList {
    private static final long SECOND = 1_000_000_000L;
    private static final int NOT_FOUND = 254;

    private final IpContext ip;
    private Optional<Device> device = Optional.empty();
    private Optional<Device> bridge = Optional.empty();
    private Optional<String> address = Optional.empty();
    private OptionalInt vlanAsked = OptionalInt.empty();
    private long states;
    private int vlan;
    private boolean dynamic;

    FdbList(IpContext ip) {
        this.ip = ip;
    }

    int run(Arguments words) {
        Optional<String> deviceName = Optional.empty();
        Optional<String> bridgeName = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "brport", "dev" -> deviceName = Optional.of(words.next());
                case "br" -> bridgeName = Optional.of(words.next());
                case "vlan" -> takeVlan(words.next());
                case "state" -> states |= state(words.next());
                case "dynamic" -> dynamic = true;
                default -> {
                    if (Arguments.matches(word, "help")) {
                        return ip.usage("bridge-fdb");
                    }
                }
            }
        }
        bridge = bridgeName.map(name -> BridgeDevices.findBridge(ip, name));
        device = deviceName.map(name -> BridgeDevices.find(ip, name));
        ip.printer().beginList();
        ip.net().devices().all().stream()
                .filter(this::isDumped)
                .flatMap(each -> FdbRow.of(each).stream())
                .filter(this::isPrinted)
                .forEach(this::print);
        ip.printer().endList();
        return 0;
    }

    private static long state(String word) {
        if (word.equals("all")) {
            return -1;
        }
        for (String[] name : new String[][] {
            {"permanent", "128"}, {"static", "64"}, {"temp", "64"}, {"stale", "4"}, {"reachable", "2"}, {"dynamic", "2"}
        }) {
            if (Arguments.matches(word, name[0])) {
                return Long.parseLong(name[1]);
            }
        }
        OptionalLong number = Numbers.unsigned(word, 32);
        return number.orElseThrow(() -> CommandException.wrong(word, "invalid state"));
    }

    /** With {@code br} the bridge and its ports; a bridge is dumped also if another one is asked for. */
    private boolean isDumped(Device candidate) {
        if (device.isPresent() && device.get() != candidate) {
            return false;
        }
        if (bridge.isEmpty()) {
            return true;
        }
        boolean concerned = candidate == bridge.get() || candidate.master().isPresent();
        return concerned && (candidate.master().equals(bridge) || candidate instanceof Bridge);
    }

    private boolean isPrinted(FdbRow row) {
        return (states == 0 || (row.state().code() & states) != 0)
                && (vlan == 0 || vlan == row.vlan())
                && !(dynamic && row.state() == NudState.PERMANENT);
    }

    private void print(FdbRow row) {
        Printer out = ip.printer();
        out.beginObject();
        out.field(Color.MAC, "mac", "%s ", row.address());
        if (device.isEmpty()) {
            out.text("dev ");
            out.field(Color.IFNAME, "ifname", "%s ", row.device().name());
        }
        row.remote()
                .ifPresent(
                        remote -> out.field("dst", "dst %s ", remote.address().toString()));
        if (row.vlan() != 0) {
            out.field("vlan", "vlan %s ", row.vlan());
        }
        row.remote().ifPresent(this::printRemote);
        if (ip.options().statistics() > 0) {
            row.entry().ifPresent(this::printTimes);
        }
        out.beginArray("flags");
        row.flags().forEach(flag -> out.element("%s ", flag));
        out.endArray();
        row.master().ifPresent(master -> out.field("master", "master %s ", master.name()));
        out.field("state", "%s\n", row.stateText());
        out.endObject();
    }

    private void printRemote(VxlanRemote remote) {
        Printer out = ip.printer();
        remote.port().ifPresent(port -> out.field("port", "port %s ", port));
        remote.vni().ifPresent(vni -> out.field("vni", "vni %s ", vni));
        remote.via().ifPresent(via -> out.field(Color.IFNAME, "viaIf", "via %s ", via.name()));
    }

    /** Seconds since the last frame to the station, and since the last one from it. */
    private void printTimes(ForwardingEntry entry) {
        long now = ip.context().clock().now();
        long used = (now - entry.used()) / SECOND;
        long updated = (now - entry.updated()) / SECOND;
        ip.printer().hidden("used", used);
        ip.printer().hidden("updated", updated);
        ip.printer().text("used " + used + "/" + updated + " ");
    }

    private void takeVlan(String word) {
        if (vlan != 0) {
            throw CommandException.duplicate("vlan", word);
        }
        vlan = CNumbers.atoi(word);
    }

    /** One entry, found by its address and its bridge or port. */
    int get(Arguments words) {
        while (words.hasNext()) {
            take(words.next(), words);
        }
        if (address.isEmpty() || device.isEmpty() && bridge.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Device or master and address are required arguments.");
        }
        MacAddress mac = FdbModify.address(address.get());
        Bridge owner;
        ForwardingEntry found;
        try {
            FdbModify.checkVlan(vlanAsked);
            owner = bridgeAsked();
            found = owner.forwarding()
                    .find(mac, vlanAsked.orElse(0))
                    .orElseThrow(() -> new NetException(Errno.ENOENT, "Fdb entry not found"));
        } catch (NetException e) {
            return ip.fail(NOT_FOUND, IpContext.describe(e));
        }
        device = Optional.empty();
        ip.printer().beginList();
        print(FdbRow.of(found, owner, found.port().map(BridgePort::device).orElse(owner)));
        ip.printer().endList();
        return 0;
    }

    private void take(String word, Arguments words) {
        switch (word) {
            case "brport", "dev" -> device = Optional.of(BridgeDevices.find(ip, words.next()));
            case "br" -> bridge = Optional.of(BridgeDevices.findBridge(ip, words.next()));
            case "vni" -> words.next();
            case "self" -> {}
            default -> takeAbbreviated(word, words);
        }
    }

    private void takeAbbreviated(String word, Arguments words) {
        if (Arguments.matches(word, "master") || Arguments.matches(word, "dynamic")) {
            return;
        }
        if (Arguments.matches(word, "vlan")) {
            vlanAsked = FdbModify.vlan(words.next());
            return;
        }
        String text = word.equals("to") ? words.next() : word;
        if (Arguments.matches(text, "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("bridge-fdb").stripTrailing());
        }
        if (address.isPresent()) {
            throw CommandException.duplicateOrGarbage("to", text);
        }
        address = Optional.of(text);
    }

    /** @throws NetException EINVAL, EOPNOTSUPP (rtnl_fdb_get) */
    private Bridge bridgeAsked() {
        Optional<Device> asked = bridge;
        if (device.isPresent()) {
            asked = device.get().master().filter(Bridge.class::isInstance);
            if (asked.isEmpty()) {
                throw new NetException(Errno.EINVAL, "Device is not a bridge port");
            }
        }
        if (asked.orElseThrow() instanceof Bridge found) {
            return found;
        }
        throw new NetException(Errno.EOPNOTSUPP, "Fdb get operation not supported by device");
    }
}
