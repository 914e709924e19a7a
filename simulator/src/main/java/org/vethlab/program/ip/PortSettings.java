package org.vethlab.program.ip;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.ForwardingEntry;
import org.vethlab.net.link.PortFlag;
import org.vethlab.net.link.PortState;

/** What is to be set on a bridge port, by {@code bridge link set} or {@code ip link set … type bridge_slave}. */
final class PortSettings {
    final Map<PortFlag, Boolean> flags = new EnumMap<>(PortFlag.class);
    OptionalInt cost = OptionalInt.empty();
    OptionalInt priority = OptionalInt.empty();
    OptionalInt state = OptionalInt.empty();
    OptionalInt multicastRouter = OptionalInt.empty();
    OptionalInt groupForwardMask = OptionalInt.empty();
    /** The new backup; present and empty for {@code nobackup_port}. */
    Optional<Optional<Device>> backup = Optional.empty();

    boolean flush;

    boolean isEmpty() {
        boolean numbers = cost.isPresent() || priority.isPresent() || state.isPresent() || multicastRouter.isPresent();
        return flags.isEmpty() && !numbers && groupForwardMask.isEmpty() && backup.isEmpty() && !flush;
    }

    /** In the order of br_setport. @throws NetException EOPNOTSUPP if the device is no port of a bridge */
    void apply(Device device) {
        if (!(device.master().orElse(null) instanceof Bridge bridge)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        BridgePort port = bridge.port(device).orElseThrow(() -> new NetException(Errno.EOPNOTSUPP));
        flags.forEach(port::set);
        cost.ifPresent(port::setPathCost);
        priority.ifPresent(port::setPriority);
        state.ifPresent(code -> port.setState(PortState.of(code).orElseThrow(() -> new NetException(Errno.EINVAL))));
        multicastRouter.ifPresent(port::setMulticastRouter);
        groupForwardMask.ifPresent(port::setGroupForwardMask);
        backup.ifPresent(other -> port.setBackup(other.map(PortSettings::portOf)));
        if (flush) {
            bridge.forwarding().flush(entry -> isLearnedAt(entry, port));
        }
    }

    private static BridgePort portOf(Device device) {
        return device.master()
                .filter(Bridge.class::isInstance)
                .map(Bridge.class::cast)
                .flatMap(bridge -> bridge.port(device))
                .orElseThrow(() -> new NetException(Errno.ENOENT));
    }

    private static boolean isLearnedAt(ForwardingEntry entry, BridgePort port) {
        return entry.state() == ForwardingEntry.State.DYNAMIC
                && entry.port().filter(behind -> behind == port).isPresent();
    }
}
