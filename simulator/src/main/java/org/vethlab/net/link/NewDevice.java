package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** A device about to be made: where, under which name, and what was asked for. */
public final class NewDevice {
    private final Namespace caller;
    private final Namespace namespace;
    private final String name;
    private final LinkRequest request;

    NewDevice(Namespace caller, Namespace namespace, String name, LinkRequest request) {
        this.caller = caller;
        this.namespace = namespace;
        this.name = name;
        this.request = request;
    }

    /** The namespace of who asks: where a tunnel's packets will go, wherever the device is made. */
    Namespace caller() {
        return caller;
    }

    Namespace namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    LinkRequest request() {
        return request;
    }

    /** The device to stand on ({@code link DEV}). */
    Optional<Device> lower() {
        return request.lower();
    }

    /** The wanted index, or the next one: to be asked once, when nothing can fail any more. @throws NetException EEXIST */
    int takeIndex() {
        if (request.index().isEmpty()) {
            return namespace.devices().newIndex();
        }
        int index = request.index().getAsInt();
        if (namespace.devices().byIndex(index).isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        return index;
    }

    /** The wanted MAC address, or a random one (eth_hw_addr_random). */
    MacAddress addressOrRandom() {
        return request.address().orElseGet(namespace.world()::randomAddress);
    }
}
