package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A numbered line of an animation's story: a trip, and the same again as often as it came next.
 *
 * @param beginnings when each trip begins on the screen, in seconds
 */
record Episode(int number, List<Trip> trips, List<Double> beginnings) {
    /** More than anybody would watch. */
    static final int MOST = 24;

    private static final double FIRST = 0.6;
    private static final double BETWEEN = 0.25;

    /** The wait before what comes after a wait: long enough to be noticed. */
    private static final double WAIT = 1.0;

    /** What is a wait, in nanoseconds. */
    private static final long LONG = 200_000_000;

    private static final double SHORTEST_HOP = 0.45;
    private static final double LONGEST_HOP = 1.1;
    private static final double WANTED_LENGTH = 22;
    private static final int MOST_REPEATS = 3;

    static List<Episode> of(List<Trip> trips) {
        List<List<Trip>> groups = new ArrayList<>();
        for (Trip trip : trips) {
            List<Trip> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && trip.repeats(last.get(0))) {
                last.add(trip);
            } else {
                groups.add(new ArrayList<>(List.of(trip)));
            }
        }
        List<List<Trip>> shown = groups.subList(0, Math.min(MOST, groups.size()));
        double hop = hop(trips);
        List<Episode> episodes = new ArrayList<>();
        double now = FIRST;
        long clock = 0;
        for (List<Trip> group : shown) {
            List<Double> beginnings = new ArrayList<>();
            for (Trip trip : group.subList(0, Math.min(MOST_REPEATS, group.size()))) {
                boolean waited = clock > 0 && trip.first().start() - clock > LONG;
                now += waited ? WAIT : 0;
                beginnings.add(now);
                now += hop * trip.hops().size() + BETWEEN;
                clock = trip.end();
            }
            clock = group.get(group.size() - 1).end();
            episodes.add(new Episode(episodes.size() + 1, List.copyOf(group), beginnings));
        }
        return episodes;
    }

    /** How long a hop lasts on the screen: slow enough to follow, and the whole not endless. */
    static double hop(List<Trip> trips) {
        int hops = trips.stream().mapToInt(trip -> trip.hops().size()).sum();
        return Math.min(LONGEST_HOP, Math.max(SHORTEST_HOP, WANTED_LENGTH / Math.max(1, hops)));
    }

    Trip trip() {
        return trips.get(0);
    }

    Flight.Kind kind() {
        return trip().first().kind();
    }

    /** When it is over on the screen the first time. */
    double ending(double hop) {
        return beginnings.get(0) + hop * trip().hops().size();
    }

    double lastEnding(double hop) {
        return beginnings.get(beginnings.size() - 1) + hop * trip().hops().size();
    }

    /** When, which way, what: in fixed columns. @param start of the story, in nanoseconds of the lab's clock */
    String text(Topology topology, long start) {
        String times = trips.size() > 1 ? "  (" + trips.size() + " times)" : "";
        String verb = trip().first().goesNowhere() ? " ✕ " : "  ";
        String time = String.format(Locale.ROOT, "%9.6f s", (trip().first().start() - start) / 1e9);
        return time + "  " + trip().way(topology) + verb + trip().first().label() + times;
    }
}
