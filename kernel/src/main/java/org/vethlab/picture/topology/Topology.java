package org.vethlab.picture.topology;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.Lab;

/**
 * What there is in a lab, and what is connected to what.
 *
 * @param boxes hosts and switches, in the order of the namespaces
 */
public record Topology(List<Box> boxes, List<Cable> cables) {
    public Topology {
        boxes = List.copyOf(boxes);
        cables = List.copyOf(cables);
    }

    /** Asks a lab, simulated or real, by its own {@code ip} and {@code bridge}. */
    public static Topology of(Lab lab) {
        return new Assembly(Survey.of(lab)).topology();
    }

    Optional<Box> box(String key) {
        return boxes.stream().filter(box -> box.key().equals(key)).findFirst();
    }

    List<Cable> cablesAt(Port port) {
        return cables.stream()
                .filter(cable -> cable.a().equals(port) || cable.b().equals(port))
                .toList();
    }
}
