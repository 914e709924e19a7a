package org.vethlab.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.picture.NeighbourTable.Neighbour;
import org.vethlab.picture.RouteTable.Route;
import org.vethlab.picture.RouteTable.Standing;

/** A namespace's kernel, asked by {@code ip -j}: so simulated and real labs share every picture. */
record NamespaceView(Lab lab, Place place) {
    /** Addresses tried to learn which of equal routes is taken: some may have a more specific route. */
    private static final int TRIES = 8;

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (JsonObject row : ask("ip -j -4 route")) {
            routes.add(new Route(
                    text(row, "dst").orElse(""),
                    text(row, "gateway"),
                    text(row, "dev").orElse(""),
                    text(row, "prefsrc"),
                    text(row, "metric"),
                    text(row, "scope")));
        }
        return routes;
    }

    /** Of routes with equal prefix and metric, which one a packet takes: the kernel itself says so. */
    List<Standing> standings(List<Route> routes) {
        Map<String, List<Route>> equals =
                routes.stream().collect(Collectors.groupingBy(route -> route.destination() + " " + route.metric()));
        Map<Route, Standing> known = new HashMap<>();
        for (List<Route> group : equals.values()) {
            if (group.size() > 1) {
                chosen(group)
                        .ifPresent(taken -> group.forEach(route ->
                                known.put(route, route.equals(taken) ? Standing.CHOSEN : Standing.PASSED_OVER)));
            }
        }
        return routes.stream()
                .map(route -> known.getOrDefault(route, Standing.ALONE))
                .toList();
    }

    private Optional<Route> chosen(List<Route> group) {
        for (String address : addressesIn(group.get(0).destination())) {
            Optional<JsonObject> answer = lookup(address);
            for (Route route : group) {
                if (answer.isPresent() && leads(answer.get(), route)) {
                    return Optional.of(route);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean leads(JsonObject answer, Route route) {
        return !answer.has("type")
                && text(answer, "dev").equals(Optional.of(route.device()))
                && text(answer, "gateway").equals(route.via());
    }

    /** Some hosts of a prefix, from its end: its beginning is where addresses of one's own often lie. */
    private static List<String> addressesIn(String destination) {
        String[] parts = (destination.equals("default") ? "0.0.0.0/0" : destination).split("/");
        int length = parts.length == 1 ? 32 : Integer.parseInt(parts[1]);
        Ipv4Prefix prefix = Ipv4Prefix.of(Ipv4Address.parse(parts[0]), length);
        if (length >= 31) {
            return List.of(parts[0], prefix.broadcast().toString());
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 1; i <= TRIES; i++) {
            Ipv4Address address = new Ipv4Address(prefix.broadcast().bits() - i);
            if (prefix.contains(address)) {
                addresses.add(address.toString());
            }
        }
        return addresses;
    }

    List<Neighbour> neighbours() {
        List<Neighbour> neighbours = new ArrayList<>();
        for (JsonObject row : ask("ip -j -4 neigh")) {
            String address = text(row, "dst").orElse("");
            Optional<String> device = lookup(address).flatMap(answer -> text(answer, "dev"));
            String state = row.has("state") ? words(row.getAsJsonArray("state")) : "";
            neighbours.add(new Neighbour(address, text(row, "dev").orElse(""), text(row, "lladdr"), state, device));
        }
        return neighbours;
    }

    private static String words(JsonArray array) {
        List<String> words = new ArrayList<>();
        array.forEach(element -> words.add(element.getAsString()));
        return String.join(" ", words);
    }

    /** The route of a packet to {@code address}; empty if there is none. */
    private Optional<JsonObject> lookup(String address) {
        try {
            return ask("ip -j route get " + address).stream().findFirst();
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private List<JsonObject> ask(String command) {
        String answer = Answer.of(lab, place, command);
        try {
            List<JsonObject> rows = new ArrayList<>();
            JsonElement tree = JsonParser.parseString(answer.isBlank() ? "[]" : answer);
            tree.getAsJsonArray().forEach(row -> rows.add(row.getAsJsonObject()));
            return rows;
        } catch (JsonParseException | IllegalStateException e) {
            throw new LabException(command + " did not answer in JSON");
        }
    }

    private static Optional<String> text(JsonObject row, String name) {
        return row.has(name) ? Optional.of(row.get(name).getAsString()) : Optional.empty();
    }
}
