package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vethlab.picture.Html;
import org.vethlab.picture.Picture;

/**
 * Packets moving over the drawing of a lab. It is an image that moves by itself (SMIL), without a script, so that it shows
 * in every front end and in notebooks that are not trusted; where nothing moves, it is the last frame, which tells the
 * whole story by numbered marks on the cables and a line for each number.
 */
public final class Animation {
    private final Topology topology;
    private final Topology stage;
    private final List<Episode> episodes;
    private final double hop;
    private final int left;

    private Animation(Topology topology, Topology stage, List<Trip> trips) {
        this.topology = topology;
        this.stage = stage;
        this.episodes = Episode.of(trips);
        this.hop = Episode.hop(trips);
        this.left = trips.size()
                - episodes.stream().mapToInt(episode -> episode.trips().size()).sum();
    }

    public static Animation of(Topology topology, List<Flight> flights) {
        return new Animation(topology, Stage.of(topology, flights), Trip.of(flights));
    }

    public Picture draw() {
        Scene scene = Scene.of(Difference.none(stage), Optional.empty(), cable -> Film.room(cable, episodes));
        String text = text();
        Film film = new Film(scene, episodes, hop);
        String svg = film.draw(text, lines(), rest());
        return Picture.html(
                text,
                Html.image(svg, "Packets moving over the drawing of the lab", film.width(lines()))
                        + Drawing.asText(text));
    }

    private List<String> lines() {
        long start = episodes.isEmpty() ? 0 : episodes.get(0).trip().first().start();
        return episodes.stream().map(episode -> episode.text(topology, start)).toList();
    }

    private String rest() {
        int offstage = topology.boxes().size() - stage.boxes().size();
        List<String> notes = new ArrayList<>();
        if (left > 0) {
            notes.add("… and " + left + " more packets");
        }
        if (offstage > 0) {
            notes.add("not drawn: " + offstage + " of the lab's hosts and switches, which send nothing here");
        }
        return String.join("; ", notes);
    }

    private String text() {
        List<String> lines = lines();
        String numbered = episodes.stream()
                .map(episode -> String.format("%2d  ", episode.number()) + lines.get(episode.number() - 1))
                .collect(Collectors.joining("\n"));
        return rest().isEmpty() ? numbered : numbered + "\n" + rest();
    }
}
