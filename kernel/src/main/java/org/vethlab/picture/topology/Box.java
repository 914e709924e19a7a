package org.vethlab.picture.topology;

import java.util.List;
import java.util.Optional;

/**
 * What is drawn as one box: a namespace as a host or router, or one of its bridges with the ports, as the switch that
 * it is.
 *
 * @param bridge the name of the bridge; empty: the namespace itself
 * @param state of the bridge
 */
record Box(String namespace, Optional<String> bridge, Device.State state, List<Device> devices) {
    Box {
        devices = List.copyOf(devices);
    }

    /** What a box is told from others by, also from drawing to drawing. A device's name has no slash. */
    String key() {
        return bridge.map(name -> namespace + "/" + name).orElse(namespace);
    }

    boolean isSwitch() {
        return bridge.isPresent();
    }

    String title() {
        return bridge.orElse(namespace);
    }

    /** How many devices a device lies upon, one above the other. */
    int depth(Device device) {
        int depth = 0;
        Optional<String> below = device.upon();
        while (below.isPresent() && depth < devices.size()) {
            String name = below.get();
            below = devices.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .flatMap(Device::upon);
            depth++;
        }
        return depth;
    }
}
