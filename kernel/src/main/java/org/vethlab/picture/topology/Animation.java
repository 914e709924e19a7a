package org.vethlab.picture.topology;

import java.util.List;
import java.util.stream.Collectors;
import org.vethlab.picture.Picture;

/** Packets moving over the drawing of a lab; no script, so that it shows in every front end. */
public record Animation(Topology topology, List<Flight> flights) {
    public static Animation of(Topology topology, List<Flight> flights) {
        return new Animation(topology, List.copyOf(flights));
    }

    public Picture draw() {
        String text = flights.stream()
                .map(flight -> flight.from() + " → " + flight.to() + "  " + flight.label())
                .collect(Collectors.joining("\n"));
        return Picture.html(text, "");
    }
}
