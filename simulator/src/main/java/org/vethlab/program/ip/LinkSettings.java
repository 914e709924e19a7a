package org.vethlab.program.ip;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;

/** What the words of {@code ip link add} or {@code set} ask for; empty is "not said" (the attributes of RTM_NEWLINK). */
final class LinkSettings {
    final Map<DeviceFlag, Boolean> flags = new EnumMap<>(DeviceFlag.class);
    Optional<String> name = Optional.empty();
    Optional<String> device = Optional.empty();
    Optional<String> link = Optional.empty();
    Optional<String> type = Optional.empty();
    Optional<String> alias = Optional.empty();
    Optional<String> address = Optional.empty();
    Optional<String> broadcast = Optional.empty();
    Optional<Namespace> namespace = Optional.empty();
    /** The new master; present and empty for {@code nomaster}. */
    Optional<Optional<Device>> master = Optional.empty();

    OptionalInt index = OptionalInt.empty();
    OptionalInt queueLength = OptionalInt.empty();
    OptionalInt mtu = OptionalInt.empty();
    OptionalInt group = OptionalInt.empty();
    OptionalInt addressGeneration = OptionalInt.empty();
    boolean carrier;

    /** The MAC address that was given; of another length only if the kernel is to refuse it. */
    Optional<MacAddress> macAddress() {
        return address.map(LinkAddresses::mac);
    }
}
