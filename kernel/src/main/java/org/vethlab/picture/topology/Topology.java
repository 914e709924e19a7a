package org.vethlab.picture.topology;

import java.util.List;
import org.vethlab.lab.Lab;

/** What there is in a lab, and what is connected to what. */
public record Topology(List<String> namespaces) {
    /** Asks a lab, simulated or real, by its own {@code ip} and {@code bridge}. */
    public static Topology of(Lab lab) {
        return new Topology(lab.places().stream().map(place -> place.name()).toList());
    }
}
