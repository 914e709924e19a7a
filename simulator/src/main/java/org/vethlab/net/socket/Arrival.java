package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;

/** Which sockets hear of what comes in by a device (inet_bound_dev_eq). */
public final class Arrival {
    private Arrival() {}

    /**
     * A socket bound to a device hears what comes by it; one bound to a VRF what comes by its ports.
     *
     * @param bound SO_BINDTODEVICE
     * @param acceptsDomains net.ipv4.{raw,udp,tcp}_l3mdev_accept: one that is not bound hears of VRFs too
     */
    public static boolean isFor(Optional<Device> bound, Device input, boolean acceptsDomains) {
        Optional<Vrf> domain = Vrf.of(input);
        if (bound.isEmpty()) {
            return domain.isEmpty() || acceptsDomains;
        }
        return bound.get() == input || domain.isPresent() && bound.get() == domain.get();
    }
}
