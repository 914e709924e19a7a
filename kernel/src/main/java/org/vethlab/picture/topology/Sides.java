package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** At which edge of its box each cable is plugged in, and in what order the devices therefore stand. */
record Sides(Topology topology, Map<String, Integer> columns) {
    int column(String box) {
        return columns.getOrDefault(box, 0);
    }

    /** Towards the other end; within a column, where there is less going on. */
    Side of(Cable cable, Port end) {
        int here = column(end.box());
        int there = column(cable.other(end).box());
        if (here != there) {
            return there < here ? Side.LEFT : Side.RIGHT;
        }
        return busy(cable, -1) < busy(cable, 1) ? Side.LEFT : Side.RIGHT;
    }

    private long busy(Cable cable, int direction) {
        return topology.cables().stream()
                .filter(each -> goes(each, cable.a().box(), direction)
                        || goes(each, cable.b().box(), direction))
                .count();
    }

    private boolean goes(Cable cable, String from, int direction) {
        return cable.touches(from) && Integer.signum(column(cable.awayFrom(from).box()) - column(from)) == direction;
    }

    /** @param heights how far down the middle of each box is, so that cables don't cross on their way into this one */
    Shape.Order order(Box box, Map<String, Double> heights) {
        List<Device> sorted = sorted(box, heights);
        if (!box.isSwitch()) {
            return new Shape.Order(sorted, List.of());
        }
        List<Device> left = new ArrayList<>();
        List<Device> right = new ArrayList<>();
        for (Device device : sorted) {
            (goesRight(box, top(box, device)) ? right : left).add(device);
        }
        return new Shape.Order(left, right);
    }

    private boolean goesRight(Box box, Device device) {
        Port port = new Port(box.key(), device.name());
        List<Cable> cables = topology.cablesAt(port);
        return !cables.isEmpty() && cables.stream().allMatch(cable -> of(cable, port) == Side.RIGHT);
    }

    /** What lies upon a device stays below it: only the lowest ones are sorted, each with all that it carries. */
    private List<Device> sorted(Box box, Map<String, Double> heights) {
        Map<String, Double> wishes = new HashMap<>();
        for (Device device : box.devices()) {
            wishes.merge(top(box, device).name(), wish(box, device, heights), Math::min);
        }
        ToDoubleFunction<Device> wish =
                device -> wishes.getOrDefault(top(box, device).name(), Double.MAX_VALUE);
        List<Device> sorted = new ArrayList<>(box.devices());
        sorted.sort(Comparator.comparingDouble(wish));
        return sorted;
    }

    /** The device of the box that a device in the end lies upon. */
    private static Device top(Box box, Device device) {
        Device below = device;
        for (int i = box.depth(device); i > 0; i--) {
            String name = below.upon().orElse("");
            Optional<Device> next = box.devices().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            below = next.orElse(below);
        }
        return below;
    }

    private double wish(Box box, Device device, Map<String, Double> heights) {
        Port port = new Port(box.key(), device.name());
        return topology.cablesAt(port).stream()
                .mapToDouble(cable -> heights.getOrDefault(cable.other(port).box(), 0.0))
                .average()
                .orElse(Double.MAX_VALUE);
    }
}
