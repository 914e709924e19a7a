package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The devices of one namespace, by index and by name, and those who want to hear what happens to them. */
public final class Devices {
    private final TreeMap<Integer, Device> byIndex = new TreeMap<>();
    private final List<DeviceListener> listeners = new ArrayList<>();

    public Optional<Device> byName(String name) {
        for (Device device : byIndex.values()) {
            if (device.name().equals(name)) {
                return Optional.of(device);
            }
        }
        return Optional.empty();
    }

    public Optional<Device> byIndex(int index) {
        return Optional.ofNullable(byIndex.get(index));
    }

    /** In order of their index. */
    public Collection<Device> all() {
        return Collections.unmodifiableCollection(byIndex.values());
    }

    /** Listeners are told in the order in which they were added. */
    public void addListener(DeviceListener listener) {
        listeners.add(listener);
    }

    List<DeviceListener> listeners() {
        return listeners;
    }

    void add(Device device) {
        byIndex.put(device.index(), device);
    }

    void remove(Device device) {
        byIndex.remove(device.index(), device);
    }
}
