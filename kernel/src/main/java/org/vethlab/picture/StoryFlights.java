package org.vethlab.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.picture.topology.DeviceName;
import org.vethlab.picture.topology.Flight;
import org.vethlab.trace.Decision;
import org.vethlab.trace.LinkDecision;
import org.vethlab.trace.PacketText;
import org.vethlab.trace.Step;
import org.vethlab.trace.Story;

/** A story's packets as they cross cables, and where they die: what an animation moves. */
final class StoryFlights {
    /** More than anybody watches. */
    private static final int MOST = 120;

    private final Story story;
    private final Map<Long, DeviceName> lastSeen = new HashMap<>();

    private StoryFlights(Story story) {
        this.story = story;
    }

    static List<Flight> of(Story story) {
        return new StoryFlights(story).list();
    }

    /** In their order; a packet dies before the message that tells of it leaves. */
    private List<Flight> list() {
        List<Flight> flights = new ArrayList<>();
        List<Step> crossings = story.crossings();
        for (Step step : crossings.subList(0, Math.min(MOST, crossings.size()))) {
            if (step.decision() instanceof LinkDecision.Crossed crossed) {
                flights.add(crossing(step, crossed));
            }
        }
        List<Step> losses = story.losses();
        for (Step step : losses.subList(0, Math.min(MOST, losses.size()))) {
            if (step.decision() instanceof Decision.Dropped dropped) {
                place(step, dropped).ifPresent(at -> flights.add(loss(step, at)));
            }
        }
        return flights.stream()
                .sorted(Comparator.comparingLong(Flight::start)
                        .thenComparing(flight -> flight.kind() != Flight.Kind.LOST))
                .limit(MOST)
                .toList();
    }

    private Flight crossing(Step step, LinkDecision.Crossed crossed) {
        DeviceName from = new DeviceName(story.name(step.namespace()), crossed.from());
        DeviceName to = new DeviceName(story.name(crossed.toNamespace()), crossed.to());
        lastSeen.put(crossed.toNamespace(), to);
        return new Flight(step.time(), crossed.arrival(), from, to, label(step), kind(step.packet()));
    }

    /** A packet that died in a host as such died, to the eye, at the device where it had come in. */
    private Optional<DeviceName> place(Step step, Decision.Dropped dropped) {
        return dropped.at().isEmpty() || dropped.at().equals("lo")
                ? Optional.ofNullable(lastSeen.get(step.namespace()))
                : Optional.of(new DeviceName(story.name(step.namespace()), dropped.at()));
    }

    private Flight loss(Step step, DeviceName at) {
        return new Flight(step.time(), step.time(), at, at, label(step), Flight.Kind.LOST);
    }

    private String label(Step step) {
        return step.content().map(PacketText::of).orElseGet(() -> story.kind(step.packet()));
    }

    private Flight.Kind kind(int packet) {
        if (story.isResolution(packet)) {
            return Flight.Kind.ARP;
        }
        return story.isAnswer(packet) ? Flight.Kind.REPLY : Flight.Kind.REQUEST;
    }
}
