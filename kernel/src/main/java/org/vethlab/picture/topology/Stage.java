package org.vethlab.picture.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a large lab on which a story plays: who sends something, who gets something that is sent to him, where
 * something dies. Whom a flood only passes by is left out.
 */
final class Stage {
    /** So many boxes are all drawn, each where it stands in the lab's own drawing. */
    private static final int FEW = 16;

    private final Set<DeviceName> players = new HashSet<>();

    private Stage(List<Flight> flights) {
        Map<List<Object>, Integer> copies = new HashMap<>();
        flights.forEach(flight -> copies.merge(copy(flight), 1, Integer::sum));
        for (Flight flight : flights) {
            players.add(flight.from());
            if (flight.kind() != Flight.Kind.ARP && copies.getOrDefault(copy(flight), 0) == 1) {
                players.add(flight.to());
            }
        }
    }

    static Topology of(Topology lab, List<Flight> flights) {
        if (lab.boxes().size() <= FEW) {
            return lab;
        }
        Stage stage = new Stage(flights);
        List<Box> boxes = lab.boxes().stream().filter(stage::holds).toList();
        Set<String> keys = new HashSet<>();
        boxes.forEach(box -> keys.add(box.key()));
        List<Cable> cables = lab.cables().stream()
                .filter(cable -> keys.contains(cable.a().box())
                        && keys.contains(cable.b().box()))
                .toList();
        return new Topology(boxes.stream().map(box -> used(box, cables)).toList(), cables);
    }

    /** Of a switch only the ports where something is plugged in. */
    private static Box used(Box box, List<Cable> cables) {
        if (!box.isSwitch()) {
            return box;
        }
        List<Device> ports = box.devices().stream()
                .filter(port -> cables.stream().anyMatch(cable -> cable.isAt(new Port(box.key(), port.name()))))
                .toList();
        return new Box(box.namespace(), box.bridge(), box.state(), ports);
    }

    /** What the copies of a packet that a switch floods have in common. */
    private static List<Object> copy(Flight flight) {
        return List.of(flight.start(), flight.from().namespace(), flight.label(), flight.kind());
    }

    private boolean holds(Box box) {
        return box.devices().stream()
                .anyMatch(device -> players.contains(new DeviceName(box.namespace(), device.name())));
    }
}
