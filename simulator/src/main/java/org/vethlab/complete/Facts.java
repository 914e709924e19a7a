package org.vethlab.complete;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.shell.ShellNames;

/**
 * The lab as it is, asked by the commands that a person would type. While a program keeps the lab to itself, what was
 * found last time stands in.
 */
final class Facts {
    private static final int MOST_ANSWERS = 500;
    private static final ShellNames NO_NAMES = new ShellNames(Map.of(), List.of(), Map.of(), Map.of(), "/root");

    private final Supplier<Optional<Lab>> labs;
    private final Map<String, String> answers = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private List<Place> places = List.of(Place.HOST);
    private ShellNames names = NO_NAMES;
    private boolean busy;

    /** @param labs the lab, once there is one */
    Facts(Supplier<Optional<Lab>> labs) {
        this.labs = labs;
    }

    /** From here on the lab is asked anew. */
    void refresh() {
        busy = false;
        asked.clear();
        if (answers.size() > MOST_ANSWERS) {
            answers.clear();
        }
    }

    List<Place> places() {
        if (!busy && asked.add("places")) {
            Optional<List<Place>> found = labs.get().flatMap(Lab::glimpsePlaces);
            busy = found.isEmpty();
            places = found.orElse(places);
        }
        return places;
    }

    Optional<Place> place(String name) {
        return places().stream()
                .filter(place -> place.name().equals(name)
                        || Integer.toString(place.pid()).equals(name))
                .findFirst();
    }

    /** The namespace that a process is in. */
    Optional<Place> placeOf(String pid) {
        String net = ask(Place.HOST, "readlink", "/proc/" + pid + "/ns/net");
        return place(pid)
                .or(() -> places().stream()
                        .filter(place -> place.pid() > 0 && !net.isBlank())
                        .filter(place -> ask(Place.HOST, "readlink", "/proc/" + place.pid() + "/ns/net")
                                .equals(net))
                        .findFirst());
    }

    ShellNames names() {
        if (!busy && asked.add("names")) {
            Optional<ShellNames> found = labs.get().flatMap(Lab::glimpseShell);
            names = found.orElse(names);
        }
        return names;
    }

    /** What a command prints; nothing if it cannot be asked. */
    String ask(Place place, String... words) {
        String key = place.name() + " " + String.join(" ", words);
        if (!busy && asked.add(key)) {
            glimpse(place, List.of(words)).ifPresent(answer -> answers.put(key, answer));
        }
        return answers.getOrDefault(key, "");
    }

    private Optional<String> glimpse(Place place, List<String> words) {
        try {
            Optional<String> answer = labs.get().flatMap(lab -> lab.glimpse(place, words));
            busy = answer.isEmpty();
            return answer;
        } catch (LabException e) {
            // The place is no more: nothing is there.
            return Optional.of("");
        }
    }

    /** The addresses of a place with their prefix lengths, and the device of each. */
    Map<String, String> addresses(Place place) {
        Map<String, String> addresses = new LinkedHashMap<>();
        ask(place, "ip", "-o", "addr").lines().forEach(line -> {
            String[] words = line.trim().split("\\s+");
            if (words.length > 3 && words[2].startsWith("inet")) {
                addresses.put(words[3], words[1]);
            }
        });
        return addresses;
    }

    /** The devices of a place, and in what state each is. */
    Map<String, String> devices(Place place) {
        Map<String, String> devices = new LinkedHashMap<>();
        ask(place, "ip", "-o", "link").lines().forEach(line -> {
            String[] words = line.split("[:\\s]+");
            if (words.length > 2) {
                int state = line.indexOf(" state ");
                String text = state < 0 ? "" : line.substring(state + 7).split(" ", 2)[0];
                devices.put(words[1].replaceFirst("@.*", ""), text);
            }
        });
        return devices;
    }
}
