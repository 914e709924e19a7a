package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a drawing shows: what there is, what is gone since the last drawing, and a mark on all that has changed.
 *
 * @param shown what there is, together with what is gone
 */
record Difference(
        Topology shown,
        Map<String, Change> boxes,
        Map<Port, Change> devices,
        Map<Address, Change> addresses,
        Map<String, Change> cables) {
    /** An address of a device. */
    record Address(Port port, String address) {}

    /** A first drawing has nothing to compare with. */
    static Difference none(Topology topology) {
        return new Difference(topology, Map.of(), Map.of(), Map.of(), Map.of());
    }

    static Difference between(Topology before, Topology after) {
        return new Comparison(before, after).difference();
    }

    Optional<Change> of(Box box) {
        return Optional.ofNullable(boxes.get(box.key()));
    }

    Optional<Change> of(Box box, Device device) {
        return Optional.ofNullable(devices.get(new Port(box.key(), device.name())));
    }

    Optional<Change> of(Box box, Device device, String address) {
        return Optional.ofNullable(addresses.get(new Address(new Port(box.key(), device.name()), address)));
    }

    Optional<Change> of(Cable cable) {
        return Optional.ofNullable(cables.get(cable.key()));
    }

    /** How many marks there are. */
    int size() {
        return boxes.size() + devices.size() + addresses.size();
    }

    /** Goes through two topologies side by side. */
    private static final class Comparison {
        private final Topology before;
        private final Topology after;
        private final Map<String, Change> boxes = new HashMap<>();
        private final Map<Port, Change> devices = new HashMap<>();
        private final Map<Address, Change> addresses = new HashMap<>();
        private final Map<String, Change> cables = new HashMap<>();

        Comparison(Topology before, Topology after) {
            this.before = before;
            this.after = after;
        }

        Difference difference() {
            List<Box> shown = new ArrayList<>();
            for (Box box : after.boxes()) {
                Optional<Box> old = before.box(box.key());
                if (old.isEmpty()) {
                    boxes.put(box.key(), Change.NEW);
                } else if (old.get().state() != box.state()) {
                    boxes.put(box.key(), Change.was(word(old.get().state())));
                }
                shown.add(old.map(was -> union(was, box)).orElse(box));
            }
            for (Box box : before.boxes()) {
                if (after.box(box.key()).isEmpty()) {
                    boxes.put(box.key(), Change.GONE);
                    shown.add(box);
                }
            }
            return new Difference(new Topology(shown, allCables()), boxes, devices, addresses, cables);
        }

        private static String word(Device.State state) {
            return state.isUp() ? "UP" : state.text();
        }

        private Box union(Box was, Box is) {
            List<Device> both = new ArrayList<>();
            for (Device device : is.devices()) {
                Port port = new Port(is.key(), device.name());
                Optional<Device> old = find(was, device.name());
                if (old.isEmpty()) {
                    devices.put(port, Change.NEW);
                } else {
                    compare(port, old.get(), device);
                }
                both.add(old.map(each -> union(port, each, device)).orElse(device));
            }
            for (Device device : was.devices()) {
                if (find(is, device.name()).isEmpty()) {
                    devices.put(new Port(is.key(), device.name()), Change.GONE);
                    both.add(device);
                }
            }
            return new Box(is.namespace(), is.bridge(), is.state(), both);
        }

        private static Optional<Device> find(Box box, String name) {
            return box.devices().stream()
                    .filter(device -> device.name().equals(name))
                    .findFirst();
        }

        private void compare(Port port, Device was, Device is) {
            if (was.state() != is.state()) {
                devices.put(port, Change.was(word(was.state())));
            } else if (!was.vlanText().equals(is.vlanText())) {
                devices.put(port, Change.was(was.vlanText().isEmpty() ? "without VLAN" : was.vlanText()));
            }
        }

        private Device union(Port port, Device was, Device is) {
            List<String> both = new ArrayList<>(is.addresses());
            for (String address : is.addresses()) {
                if (!was.addresses().contains(address)) {
                    addresses.put(new Address(port, address), Change.NEW);
                }
            }
            for (String address : was.addresses()) {
                if (!is.addresses().contains(address)) {
                    addresses.put(new Address(port, address), Change.GONE);
                    both.add(address);
                }
            }
            return new Device(is.name(), is.what(), is.upon(), both, is.state(), is.vlans());
        }

        private List<Cable> allCables() {
            List<Cable> all = new ArrayList<>(after.cables());
            Set<String> now = keys(after);
            Set<String> then = keys(before);
            for (String key : now) {
                if (!then.contains(key)) {
                    cables.put(key, Change.NEW);
                }
            }
            for (Cable cable : before.cables()) {
                if (!now.contains(cable.key())) {
                    cables.put(cable.key(), Change.GONE);
                    all.add(cable);
                }
            }
            return all;
        }

        private static Set<String> keys(Topology topology) {
            return topology.cables().stream().map(Cable::key).collect(Collectors.toSet());
        }
    }
}
