package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.link.Device;

/** Which devices {@code ip link show} and {@code ip address show} list. */
final class LinkFilter {
    Optional<Device> device = Optional.empty();
    Optional<Device> master = Optional.empty();
    boolean withoutMaster;
    boolean up;
    OptionalInt group = OptionalInt.empty();
    Optional<String> kind = Optional.empty();
    Optional<String> slaveKind = Optional.empty();

    /** What the kernel leaves out of its dump; it leaves no trace in JSON. */
    boolean isDumped(Device candidate) {
        return (device.isEmpty() || device.get() == candidate)
                && (master.isEmpty() || candidate.master().equals(master))
                && !(withoutMaster && candidate.master().isPresent())
                && (kind.isEmpty() || kind.get().equals(candidate.kind()));
    }

    /** What {@code ip} itself does not print: in JSON an empty object stays. */
    boolean isPrinted(Device candidate) {
        return (!up || candidate.isUp())
                && (group.isEmpty() || group.getAsInt() == candidate.group())
                && (master.isEmpty() || candidate.master().equals(master))
                && (kind.isEmpty() || kind.get().equals(candidate.kind()))
                && (slaveKind.isEmpty() || candidate.master().map(Device::kind).equals(slaveKind));
    }
}
