package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.word;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PortState;
import org.vethlab.net.link.VlanMemberships;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;

/** {@code bridge vlan set}: a port's state in a VLAN. */
final class VlanSet {
    private static final Keywords<VlanSet> KEYWORDS = Keywords.of(
            word("dev", set -> set.device = Optional.of(device(set.ip, set.words.next()))),
            word("vid", VlanSet::range),
            word("state", VlanSet::state),
            word("mcast_router", VlanSet::multicastRouter));

    private final IpContext ip;
    private Arguments words = new Arguments(List.of());
    private Optional<Device> device = Optional.empty();
    private Optional<VlanRange> range = Optional.empty();
    private OptionalInt state = OptionalInt.empty();
    private OptionalInt multicastRouter = OptionalInt.empty();

    VlanSet(IpContext ip) {
        this.ip = ip;
    }

    /** @throws CommandException {@code Cannot find network device …}, status 255 */
    static Device device(IpContext ip, String name) {
        return ip.findDevice(name)
                .orElseThrow(() ->
                        new CommandException(CommandException.USAGE, "Cannot find network device \"" + name + "\""));
    }

    int run(Arguments arguments) {
        words = arguments;
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, this) && Arguments.matches(word, "help")) {
                words.next();
            }
        }
        if (device.isEmpty() || range.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Device and VLAN ID are required arguments.");
        }
        VlanMemberships vlans = VlanSelection.of(device.get())
                .orElseThrow(() ->
                        new NetException(Errno.EINVAL, "bridge: The device is not a valid bridge or bridge port"));
        VlanRange ids = range.get();
        VlanMemberships.checkId(ids.first());
        if (ids.isRange()) {
            VlanMemberships.checkId(ids.last());
        }
        for (int id = ids.first(); id <= ids.last(); id++) {
            change(vlans, id);
        }
        return 0;
    }

    private void change(VlanMemberships vlans, int id) {
        vlans.checkOptions(id);
        if (state.isPresent()) {
            PortState wanted = PortState.of(state.getAsInt())
                    .orElseThrow(() -> new NetException(Errno.EINVAL, "bridge: Invalid vlan state"));
            vlans.setState(id, wanted);
        }
        if (multicastRouter.isPresent()) {
            vlans.setMulticastRouter(id, multicastRouter.getAsInt());
        }
    }

    private void range() {
        VlanRange read = VlanRange.read(words.next());
        read.checkRangeFirst();
        range = Optional.of(read);
    }

    private void state() {
        String word = words.next();
        state = Numbers.integer(word);
        for (PortState named : PortState.values()) {
            if (named.text().equals(word)) {
                state = OptionalInt.of(named.code());
            }
        }
        if (state.isEmpty()) {
            throw new CommandException(CommandException.USAGE, "Error: invalid STP state");
        }
    }

    private void multicastRouter() {
        String word = words.next();
        multicastRouter = OptionalInt.of((int)
                Numbers.unsigned(word, 8).orElseThrow(() -> CommandException.wrong(word, "invalid mcast_router")));
    }
}
