package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One packet's whole way, with all copies that switches made of it: hop after hop, the flights of a hop together.
 *
 * @param hops never empty, and none of them is
 */
record Trip(List<List<Flight>> hops) {
    /** A packet that is passed on leaves so soon after it has come; else it is another one. In nanoseconds. */
    private static final long SOON = 5_000_000;

    /** Of the hosts that a flood reaches so many are named. */
    private static final int MOST_NAMES = 5;

    /** Sorts flights into trips, in the order of their beginnings. */
    static List<Trip> of(List<Flight> flights) {
        List<Map<Flight, Integer>> trips = new ArrayList<>();
        List<Flight> inOrder = new ArrayList<>(flights);
        inOrder.sort(Comparator.comparingLong(Flight::start));
        for (Flight flight : inOrder) {
            if (!joins(flight, trips)) {
                Map<Flight, Integer> trip = new LinkedHashMap<>();
                trip.put(flight, 0);
                trips.add(trip);
            }
        }
        return trips.stream().map(Trip::byHops).toList();
    }

    /** It goes on from the flight that came last before it: several of a namespace's switches may have passed it on. */
    private static boolean joins(Flight flight, List<Map<Flight, Integer>> trips) {
        for (int i = trips.size() - 1; i >= 0; i--) {
            Map<Flight, Integer> trip = trips.get(i);
            Optional<Flight> before = trip.keySet().stream()
                    .filter(each -> continues(flight, each))
                    .max(Comparator.comparingLong(Flight::end));
            if (before.isPresent()) {
                trip.put(flight, trip.getOrDefault(before.get(), 0) + 1);
                return true;
            }
        }
        return false;
    }

    private static boolean continues(Flight flight, Flight before) {
        return !flight.goesNowhere()
                && flight.label().equals(before.label())
                && flight.kind() == before.kind()
                && flight.from().namespace().equals(before.to().namespace())
                && !flight.from().equals(before.to())
                && flight.start() >= before.end()
                && flight.start() - before.end() <= SOON;
    }

    private static Trip byHops(Map<Flight, Integer> flights) {
        Map<Integer, List<Flight>> hops = new TreeMap<>();
        flights.forEach((flight, hop) ->
                hops.computeIfAbsent(hop, key -> new ArrayList<>()).add(flight));
        return new Trip(List.copyOf(hops.values()));
    }

    Flight first() {
        return hops.get(0).get(0);
    }

    List<Flight> flights() {
        return hops.stream().flatMap(List::stream).toList();
    }

    long end() {
        return flights().stream().mapToLong(Flight::end).max().orElse(0);
    }

    /** Whether it is the same once more: a question that is asked again. */
    boolean repeats(Trip before) {
        return first().label().equals(before.first().label())
                && first().kind() == before.first().kind()
                && ends(hops).equals(ends(before.hops));
    }

    private static List<List<List<DeviceName>>> ends(List<List<Flight>> hops) {
        return hops.stream()
                .map(hop -> hop.stream()
                        .map(flight -> List.of(flight.from(), flight.to()))
                        .toList())
                .toList();
    }

    /** The boxes that it goes by: {@code netns22 → br2 → netns21, netnsR}. */
    String way(Topology topology) {
        List<String> stations = new ArrayList<>(List.of(title(topology, first().from())));
        for (List<Flight> hop : hops) {
            Set<String> names = new LinkedHashSet<>();
            hop.stream()
                    .filter(flight -> !flight.goesNowhere())
                    .forEach(flight -> names.add(title(topology, flight.to())));
            if (!names.isEmpty()) {
                stations.add(some(List.copyOf(names)));
            }
        }
        return String.join(" → ", stations);
    }

    private static String some(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES - 1)) + " and " + (names.size() - MOST_NAMES + 1)
                        + " more";
    }

    private static String title(Topology topology, DeviceName name) {
        return topology.boxes().stream()
                .filter(box -> box.namespace().equals(name.namespace()))
                .filter(box ->
                        box.devices().stream().anyMatch(device -> device.name().equals(name.device())))
                .reduce((first, second) -> second)
                .map(topology::nameOf)
                .orElse(name.namespace());
    }
}
