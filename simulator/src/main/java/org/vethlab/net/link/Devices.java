package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The devices of one namespace, by index and by name, and those who want to hear what happens to them. */
public final class Devices {
    private final TreeMap<Integer, Device> byIndex = new TreeMap<>();
    private final Map<String, Device> byName = new HashMap<>();
    private final Set<Device> registered = new LinkedHashSet<>();
    private final List<DeviceListener> listeners = new ArrayList<>();
    private int lastIndex;

    /** By its name or one of its alternative names. */
    public Optional<Device> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Device> byIndex(int index) {
        return Optional.ofNullable(byIndex.get(index));
    }

    /** The namespace's {@code lo}. */
    public Device loopback() {
        return byIndex(Loopback.INDEX).orElseThrow();
    }

    /** In order of their index. */
    public Collection<Device> all() {
        return Collections.unmodifiableCollection(byIndex.values());
    }

    /** In the order in which they came into the namespace (for_each_netdev). */
    public Collection<Device> asRegistered() {
        return Collections.unmodifiableCollection(registered);
    }

    /** Listeners are told in the order in which they were added. */
    public void addListener(DeviceListener listener) {
        listeners.add(listener);
    }

    List<DeviceListener> listeners() {
        return listeners;
    }

    /** Indexes only grow: one that is free again is not given to the next device (dev_new_index). */
    int newIndex() {
        do {
            lastIndex++;
        } while (byIndex.containsKey(lastIndex));
        return lastIndex;
    }

    void add(Device device) {
        byIndex.put(device.index(), device);
        registered.add(device);
        byName.put(device.name(), device);
        device.alternativeNames().forEach(name -> byName.put(name, device));
    }

    /** A device that gets another name keeps its place. */
    void rename(Device device, String name) {
        byName.remove(device.name(), device);
        device.rename(name);
        byName.put(name, device);
    }

    void remove(Device device) {
        registered.remove(device);
        byIndex.remove(device.index(), device);
        byName.values().removeIf(named -> named == device);
    }
}
