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

    /** What a box is called, so that it is no other's name: {@code br0}, or {@code sw1/br0} where there are several. */
    String nameOf(Box box) {
        boolean isAmbiguous =
                boxes.stream().filter(each -> each.title().equals(box.title())).count() > 1;
        return isAmbiguous ? box.key() : box.title();
    }

    List<Cable> cablesAt(Port port) {
        return cables.stream().filter(cable -> cable.isAt(port)).toList();
    }
}
