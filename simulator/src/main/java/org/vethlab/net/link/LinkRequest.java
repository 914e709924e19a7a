package org.vethlab.net.link;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;

/**
 * What RTM_NEWLINK asks of a new device; empty is "not said". {@code name} may end in {@code %d}, which the kernel
 * replaces by the first free number.
 *
 * @param target the namespace where the device is made, if not the caller's
 */
public record LinkRequest(
        Optional<String> name,
        LinkKind kind,
        Optional<MacAddress> address,
        OptionalInt mtu,
        OptionalInt queueLength,
        OptionalInt index,
        Optional<Device> lower,
        Optional<Device> master,
        Optional<Namespace> target,
        boolean up) {
    /** A device of a kind and nothing else said. */
    public static LinkRequest of(LinkKind kind) {
        return new LinkRequest(
                Optional.empty(),
                kind,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same with a name. */
    public LinkRequest named(String newName) {
        return new LinkRequest(Optional.of(newName), kind, address, mtu, queueLength, index, lower, master, target, up);
    }

    /** The same, made in another namespace. */
    public LinkRequest in(Namespace newTarget) {
        return new LinkRequest(name, kind, address, mtu, queueLength, index, lower, master, Optional.of(newTarget), up);
    }

    /** The same with a MAC address. */
    public LinkRequest withAddress(MacAddress newAddress) {
        return new LinkRequest(name, kind, Optional.of(newAddress), mtu, queueLength, index, lower, master, target, up);
    }

    /** The same on top of another device. */
    public LinkRequest over(Device newLower) {
        return new LinkRequest(name, kind, address, mtu, queueLength, index, Optional.of(newLower), master, target, up);
    }
}
