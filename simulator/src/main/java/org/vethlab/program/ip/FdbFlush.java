package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.ForwardingEntry;
import org.vethlab.net.link.ForwardingEntry.State;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code bridge fdb flush}: deletes many entries at once; without conditions all of them, the local ones included. */
final class FdbFlush {
    private final IpContext ip;
    private Predicate<ForwardingEntry> which = entry -> true;
    private Optional<String> device = Optional.empty();
    private Optional<String> port = Optional.empty();
    private OptionalInt vlan = OptionalInt.empty();
    private boolean master;

    FdbFlush(IpContext ip) {
        this.ip = ip;
    }

    int run(Arguments words) {
        while (words.hasNext()) {
            take(words.next(), words);
        }
        if (device.isEmpty()) {
            return ip.fail(CommandException.USAGE, "Device is a required argument.");
        }
        Device found = BridgeDevices.findBridge(ip, device.get());
        port.ifPresent(name -> onlyAt(ip.findDevice(name)
                .orElseThrow(() -> new CommandException(
                        CommandException.USAGE, "Cannot find bridge port device \"" + name + "\""))));
        if (vlan.orElse(0) > 4095) {
            return ip.fail(CommandException.USAGE, "Invalid VLAN ID \"" + vlan.getAsInt() + "\"");
        }
        FdbModify.checkVlan(vlan);
        vlan.ifPresent(id -> only(entry -> entry.vlan() == id));
        if (master) {
            onlyAt(found);
        }
        Optional<Device> bridge = master ? found.master() : Optional.of(found);
        if (!(bridge.orElse(null) instanceof Bridge flushed)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        flushed.forwarding().flush(which);
        return 0;
    }

    private void take(String word, Arguments words) {
        switch (word) {
            case "dev" -> device = Optional.of(words.next());
            case "brport" -> port = Optional.of(words.next());
            case "vlan" -> vlan = FdbModify.vlan(words.next());
            case "added_by_user" -> only(ForwardingEntry::isUserMade);
            case "noadded_by_user" -> only(entry -> !entry.isUserMade());
            case "offloaded" -> only(entry -> false);
            case "master" -> master = true;
            case "permanent" -> only(entry -> entry.state() == State.PERMANENT);
            case "nopermanent" -> only(entry -> entry.state() != State.PERMANENT);
            case "static" -> only(entry -> entry.state() == State.STATIC);
            case "nostatic", "dynamic" -> only(entry -> entry.state() == State.DYNAMIC);
            case "nodynamic" -> only(entry -> entry.state() != State.DYNAMIC);
            case "extern_learn" -> only(ForwardingEntry::isExternallyLearned);
            case "noextern_learn" -> only(entry -> !entry.isExternallyLearned());
            case "sticky" -> only(ForwardingEntry::isSticky);
            case "nosticky" -> only(entry -> !entry.isSticky());
            default -> {}
        }
    }

    private void only(Predicate<ForwardingEntry> condition) {
        which = which.and(condition);
    }

    private void onlyAt(Device behind) {
        only(entry -> entry.port().filter(at -> at.device() == behind).isPresent());
    }
}
