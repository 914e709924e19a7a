package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.FdbRequest;
import org.vethlab.net.link.ForwardingEntry.State;
import org.vethlab.net.link.ForwardingTable.Mode;
import org.vethlab.net.link.Vxlan;
import org.vethlab.net.link.VxlanRemote;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code bridge fdb add}, {@code append}, {@code replace} and {@code delete}. */
final class FdbModify {
    private static final Keywords<FdbModify> KEYWORDS = Keywords.of(
            word("dev", fdb -> fdb.device = Optional.of(fdb.words.next())),
            word("dst", FdbModify::destination),
            word("nhid", fdb -> notSimulated("nhid")),
            word("port", FdbModify::port),
            word("vni", FdbModify::vni),
            word("src_vni", fdb -> notSimulated("src_vni")),
            word("via", FdbModify::via),
            word("self", fdb -> fdb.self = true),
            prefix("master", fdb -> fdb.master = true),
            prefix("router", fdb -> {}),
            prefix("local", fdb -> fdb.state = State.PERMANENT),
            prefix("permanent", fdb -> fdb.state = State.PERMANENT),
            prefix("temp", fdb -> fdb.state = State.STATIC),
            prefix("static", fdb -> fdb.state = State.STATIC),
            prefix("dynamic", fdb -> fdb.state = State.DYNAMIC),
            prefix("vlan", FdbModify::vlan),
            prefix("use", fdb -> fdb.use = true),
            prefix("extern_learn", fdb -> fdb.externallyLearned = true),
            prefix("sticky", fdb -> fdb.sticky = true));

    private final IpContext ip;
    private Arguments words = new Arguments(List.of());
    private Optional<String> device = Optional.empty();
    private Optional<String> address = Optional.empty();
    private State state = State.PERMANENT;
    private boolean self;
    private boolean master;
    private boolean sticky;
    private boolean externallyLearned;
    private boolean use;
    private OptionalInt vlan = OptionalInt.empty();
    private Optional<Ipv4Address> destination = Optional.empty();
    private OptionalInt port = OptionalInt.empty();
    private OptionalInt vni = OptionalInt.empty();
    private Optional<Device> via = Optional.empty();

    FdbModify(IpContext ip) {
        this.ip = ip;
    }

    int set(Mode mode, Arguments arguments) {
        Device found = parse(arguments);
        MacAddress mac = address(address.orElseThrow());
        if (master) {
            BridgePort port = port(found);
            port.bridge().forwarding().set(request(mode, Optional.of(port), mac));
        }
        if (self && found instanceof Bridge bridge) {
            bridge.forwarding().set(request(mode, Optional.empty(), mac));
        } else if (self && found instanceof Vxlan vxlan) {
            vxlan.table().set(mode, mac, state, remote(vxlan).orElseThrow(() -> new NetException(Errno.EINVAL)));
        } else if (self) {
            addSelf(found, mac);
        }
        return 0;
    }

    private FdbRequest request(Mode mode, Optional<BridgePort> port, MacAddress mac) {
        return new FdbRequest(mode, port, mac, vlan.orElse(0), state, sticky, externallyLearned, use);
    }

    /** What a device itself receives can only be permanent (ndo_dflt_fdb_add). */
    private void addSelf(Device found, MacAddress mac) {
        if (state != State.PERMANENT || vlan.isPresent()) {
            throw new NetException(Errno.EINVAL);
        }
        found.addHardwareAddress(mac);
    }

    int delete(Arguments arguments) {
        Device found = parse(arguments);
        MacAddress mac = address(address.orElseThrow());
        if (master) {
            BridgePort port = port(found);
            port.bridge().forwarding().delete(Optional.of(port), mac, vlan.orElse(0));
        }
        if (self && found instanceof Bridge bridge) {
            bridge.forwarding().delete(Optional.empty(), mac, vlan.orElse(0));
        } else if (self && found instanceof Vxlan vxlan) {
            vxlan.table().delete(mac, remote(vxlan));
        } else if (self) {
            found.removeHardwareAddress(mac);
        }
        return 0;
    }

    /** What is the device's own is not kept. */
    private Optional<VxlanRemote> remote(Vxlan vxlan) {
        return destination.map(host -> new VxlanRemote(
                host,
                port.orElse(vxlan.port()) == vxlan.port() ? OptionalInt.empty() : port,
                vni.orElse(vxlan.vni()) == vxlan.vni() ? OptionalInt.empty() : vni,
                via));
    }

    private void destination() {
        String word = words.next();
        if (destination.isPresent()) {
            throw CommandException.duplicateOrGarbage("dst", word);
        }
        IpAddress address = InetPrefix.parseAddress(word, Family.UNSPEC);
        if (!(address instanceof Ipv4Address ipv4)) {
            throw CommandException.notSimulated("bridge fdb dst over IPv6");
        }
        destination = Optional.of(ipv4);
    }

    private void port() {
        String word = words.next();
        OptionalLong number = Numbers.unsigned(word, 16);
        if (number.isEmpty()) {
            throw new CommandException(CommandException.USAGE, "invalid port \"" + word + "\"");
        }
        port = OptionalInt.of((int) number.getAsLong());
    }

    private void vni() {
        String word = words.next();
        OptionalLong number = Numbers.unsigned(word, 24);
        if (number.isEmpty()) {
            throw CommandException.wrong(word, "invalid vni");
        }
        vni = OptionalInt.of((int) number.getAsLong());
    }

    private void via() {
        String word = words.next();
        via = Optional.of(ip.findDevice(word)
                .orElseThrow(
                        () -> new CommandException(CommandException.USAGE, "Cannot find device \"" + word + "\"")));
    }

    private Device parse(Arguments arguments) {
        words = arguments;
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, this)) {
                takeAddress(word);
            }
        }
        if (device.isEmpty() || address.isEmpty()) {
            throw new CommandException(CommandException.USAGE, "Device and address are required arguments.");
        }
        self |= !master;
        address(address.get());
        Device found = BridgeDevices.find(ip, device.get());
        checkVlan(vlan);
        return found;
    }

    private void vlan() {
        if (vlan.isPresent()) {
            throw CommandException.duplicateOrGarbage("vlan", "vlan");
        }
        vlan = vlan(words.next());
    }

    /** What C's atoi makes of a word, if it is no negative number: that counts as not given. */
    static OptionalInt vlan(String word) {
        int id = CNumbers.toShort(word);
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** @throws NetException EINVAL (fdb_vid_parse) */
    static void checkVlan(OptionalInt vlan) {
        if (vlan.isPresent() && (vlan.getAsInt() == 0 || vlan.getAsInt() >= 4095)) {
            throw new NetException(Errno.EINVAL, "invalid vlan id");
        }
    }

    private void takeAddress(String first) {
        String word = first.equals("to") ? words.next() : first;
        if (Arguments.matches(word, "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("bridge-fdb").stripTrailing());
        }
        if (address.isPresent()) {
            throw CommandException.duplicateOrGarbage("to", word);
        }
        address = Optional.of(word);
    }

    /** @throws CommandException {@code Invalid mac address …}, status 255 */
    static MacAddress address(String word) {
        try {
            return MacAddress.parse(word);
        } catch (IllegalArgumentException e) {
            throw new CommandException(CommandException.USAGE, "Invalid mac address " + word);
        }
    }

    private static BridgePort port(Device device) {
        return device.master()
                .filter(Bridge.class::isInstance)
                .map(Bridge.class::cast)
                .flatMap(bridge -> bridge.port(device))
                .orElseThrow(() -> new NetException(Errno.EOPNOTSUPP));
    }

    private static void notSimulated(String what) {
        throw CommandException.notSimulated("bridge fdb " + what);
    }
}
