package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;

/** The devices that stand on a device and are deleted with it (its VLANs, macvlans, ipvlans). */
final class Uppers {
    private final List<Device> devices = new ArrayList<>();

    void add(Device upper) {
        devices.add(upper);
    }

    void remove(Device upper) {
        devices.remove(upper);
    }

    List<Device> list() {
        return List.copyOf(devices);
    }
}
